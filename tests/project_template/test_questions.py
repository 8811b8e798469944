"""The questions of templates/project: who answers oddly, or not at all, gets a project."""

import re
from pathlib import Path

import pytest
from cookiecutter.generate import generate_context
from cookiecutter.prompt import prompt_for_config

from tests.project_template.baking import Oven
from tests.project_template.hook import ASKED, QUESTIONS


def test_whoever_only_presses_enter_gets_a_project(oven: Oven) -> None:
    answers = oven.bake()

    assert (answers["slug"], answers["namespace"]) == ("my-project", "myproject")
    assert [folder.name for folder in oven.output.iterdir()] == ["my-project"]


@pytest.mark.parametrize("prompt", ASKED)
def test_every_question_is_asked_in_words_and_every_choice_has_its_own(prompt: str) -> None:
    asked = QUESTIONS["__prompts__"][prompt]

    if isinstance(QUESTIONS[prompt], list):
        assert list(asked) == ["__prompt__", *QUESTIONS[prompt]]
    else:
        assert isinstance(asked, str)


@pytest.mark.parametrize(
    "name",
    [
        "게임 서버",
        "뷁" * 80,
        "日本語プロジェクト",
        "شركة الألعاب",
        "משחקים \u200fאבג",
        "e\u0301cole me\u0301nage\u0300re",
        "Ann's Café & Söhne",
        "Orchard \U0001f34e",
        "\U0001f469\u200d\U0001f680\U0001f3ff",
        "a face of Unicode 16 \U0001fae9",
        "\U0001fae9",
        "7",
        "１２ Monkeys",
        "C# (and: C++), v1.0 / snake_case?!",
        "Ab " * 26 + "ab",
        "---a---",
    ],
    ids=ascii,
)
def test_an_odd_name_makes_a_project_whose_slug_and_namespace_are_plain(oven: Oven, name: str) -> None:
    answers = oven.bake(project_name=name)

    assert answers["project_name"] == name
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", answers["slug"])
    assert 2 <= len(answers["slug"]) <= 40
    assert re.fullmatch(r"[a-z][a-z0-9]{1,23}", answers["namespace"])


@pytest.mark.parametrize(
    ("name", "slug", "namespace"),
    [
        ("게임 서버", "geim-seobeo", "geimseobeo"),
        ("2048 Game", "p2048-game", "p2048game"),
        ("Ab " * 26, "ab-" * 13 + "a", "ab" * 12),
        ("\U0001f3ae", "my-project", "myproject"),
        ("X", "x-project", "xproject"),
    ],
    ids=ascii,
)
def test_a_slug_comes_from_the_name_and_a_namespace_from_the_slug(
    template: Path, name: str, slug: str, namespace: str
) -> None:
    asked = generate_context(str(template / "cookiecutter.json"), extra_context={"project_name": name})

    answers = prompt_for_config(asked, no_input=True)

    assert (answers["slug"], answers["namespace"]) == (slug, namespace)


@pytest.mark.parametrize(
    "odd",
    [
        {"slug": "ab", "namespace": "a1"},
        {"slug": "a1-2-b", "namespace": "a" * 24},
        {"slug": "calendar", "namespace": "events", "first_service": "calendar"},
        {"author": "Ann O'Hara-뷁 <ann.o'hara+x@mail.example.org>"},
        {"author": "Acme, Inc. & Söhne (est. 1999)"},
        {"description": "Pays 100 % of what *you* owe in $; see #7, [docs] and a|b ~ \U0001f4b0"},
        {"fields": "  customer :uuid,a:str,  b_2 : text, due:datetime,type:bool"},
        {"fields": ", ".join(f"field{number}:int" for number in range(20))},
        {"time_zone": "America/Argentina/Ushuaia"},
        {"languages": "ko, en,pt-br, zh-hans", "example": "yes"},
        {"first_service": "coupon"},  # which is taken only where the example is there
        {"first_service": "requests"},
        {"stage": "composition", "ci": "none", "licence": "proprietary", "sentry": "yes"},
    ],
    ids=str,
)
def test_an_odd_answer_is_taken_as_it_is(oven: Oven, odd: dict[str, str]) -> None:
    answers = oven.bake(**odd)

    assert answers | odd == answers
