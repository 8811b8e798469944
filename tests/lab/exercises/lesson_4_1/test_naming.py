import json
from functools import cache
from hashlib import sha256
from uuid import NAMESPACE_DNS, UUID, uuid3, uuid4, uuid5

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find

ROLLED = {}


@pytest.mark.parametrize(
    "answer",
    [
        lambda weekend, part: uuid5(uuid5(NAMESPACE_DNS, weekend), part),
        lambda weekend, part: uuid3(NAMESPACE_DNS, json.dumps([weekend, part])),
        lambda weekend, part: UUID(bytes=sha256(json.dumps([weekend, part]).encode()).digest()[:16], version=5),
        lambda weekend, part: UUID(bytes=sha256(json.dumps([weekend, part]).encode()).digest()[:16]),
        lambda weekend, part: uuid5(NAMESPACE_DNS, f"{len(weekend)} {weekend} {part}"),
        cache(lambda weekend, part: uuid5(uuid5(NAMESPACE_DNS, weekend), part)),
    ],
)
def test_there_is_more_than_one_good_name(answer):
    verdict = judge(find("4.1.3"), answer)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda weekend, part: uuid4(), "A repeat is another thing"),
        (lambda weekend, part: uuid5(NAMESPACE_DNS, weekend + part), "are different things"),
        (lambda weekend, part: uuid5(NAMESPACE_DNS, f"{weekend}/{part}"), "are different things"),
        (lambda weekend, part: uuid5(NAMESPACE_DNS, f"{weekend}\x00{part}".lower()), "are different things"),
        (lambda weekend, part: UUID(int=hash((weekend, part)) % 2**128), "Python salts it at each start"),
        (lambda weekend, part: ROLLED.setdefault((weekend, part), uuid4()), "What a process remembers"),
        (cache(lambda weekend, part: uuid4()), "What a process remembers"),
        (lambda weekend, part: f"{weekend}/{part}", "which is of type str"),
    ],
)
def test_it_says_what_is_wrong(answer, said):
    verdict = judge(find("4.1.3"), answer)

    assert not verdict.passed
    assert said in verdict.text()


@pytest.mark.parametrize("between", ["/", "|", "_", ",", ".", "\0", "\n", "\x1f", "::", " - ", "->"])
def test_no_sign_keeps_two_names_apart(between):
    verdict = judge(find("4.1.3"), lambda weekend, part: uuid5(NAMESPACE_DNS, f"{weekend}{between}{part}"))

    assert "are different things" in verdict.text()


@pytest.mark.parametrize(
    "without_blanks",
    [
        lambda weekend, part: (weekend.strip(), part.strip()),
        lambda weekend, part: (weekend.lstrip(), part),
        lambda weekend, part: (weekend, part.rstrip()),
    ],
)
def test_a_blank_at_the_edge_of_a_name_belongs_to_it(without_blanks):
    verdict = judge(
        find("4.1.3"), lambda weekend, part: uuid5(NAMESPACE_DNS, json.dumps(without_blanks(weekend, part)))
    )

    assert "are different things" in verdict.text()
