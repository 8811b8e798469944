"""The answers that are tried: every stage with every database, and every two answers to other questions together."""

from dataclasses import dataclass, field
from itertools import combinations, product

STAGES = ("monolith", "split", "containers", "composition")
DATABASES = ("sqlite", "postgresql")
# Questions with a few answers, and what is tried of those that anything may be answered to.
OTHERS: dict[str, tuple[str, ...]] = {
    "example": ("no", "yes"),
    "licence": ("MIT", "Apache-2.0", "BSD-3-Clause", "proprietary"),
    "ci": ("github", "gitlab", "none"),
    "sentry": ("no", "yes"),
    "opentelemetry": ("no", "yes"),
    "editor_config": ("yes", "no"),
    "languages": ("en,ko", "ko, en"),
    "time_zone": ("UTC", "Asia/Seoul"),
}
PLAIN = {"project_name": "Acme", "slug": "acme", "namespace": "acme"}
# Those after the last stage on the last database are called as nobody would expect.
ODD = (
    {"project_name": "나의 첫 프로젝트 🎮", "slug": "my-first", "namespace": "ours"},
    {"project_name": "Bob's Shop & Sons", "slug": "bobs-shop-and-sons", "namespace": "bobsshopandsonsofthenort"},
)
FIELDS = (
    "customer:uuid, title:str, amount:int",
    "title:str",
    "paid:bool, due:date, at:datetime, price:decimal, note:text",
)
# Which answers to OTHERS a row has, by their numbers. A test holds that no pair of answers is missing.
PAIRS = (
    "10200101", "03111110", "00001011", "12010000", "01211011", "03010001",
    "11100001", "02100111", "00110000", "12201010", "11000100", "13201001",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One set of answers. What is not in it has its default."""

    number: int
    answers: dict[str, str] = field(hash=False)

    @property
    def stage(self) -> str:
        return self.answers["stage"]

    def __str__(self) -> str:
        example = " with the example" if self.answers["example"] == "yes" else ""
        return f"{self.number}: {self.stage} on {self.answers['database']}{example}"


def rows() -> list[Row]:
    """All of them, in the order of their numbers."""
    places = list(product(STAGES, DATABASES))
    found = []
    for number, pairs in enumerate(PAIRS):
        stage, database = places[number % len(places)]
        others = {name: OTHERS[name][int(which)] for name, which in zip(OTHERS, pairs, strict=True)}
        names = PLAIN if number < len(places) else ODD[number % len(ODD)]
        fields = {"fields": FIELDS[number % len(FIELDS)]}
        found.append(Row(number + 1, {"stage": stage, "database": database, **names, **fields, **others}))
    return found


def missing_pairs() -> list[tuple[str, str, str, str]]:
    """Two answers to two of the other questions that no row has together."""
    had = {pair for row in rows() for pair in combinations([(name, row.answers[name]) for name in OTHERS], 2)}
    return [
        (*one, *other)
        for first, second in combinations(OTHERS, 2)
        for one in ((first, answer) for answer in OTHERS[first])
        for other in ((second, answer) for answer in OTHERS[second])
        if (one, other) not in had
    ]
