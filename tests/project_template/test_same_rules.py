"""The hook can import nothing of the project's, so it has rules of its own: the same that hold elsewhere."""

import pkgutil
import re
import tomllib
from collections.abc import Callable, Iterator
from typing import Any

import django.contrib
import pytest
from django.db.models import Model
from pydantic import BaseModel

from clever.scaffolding import names
from clever.scaffolding.errors import Refused
from clever.scaffolding.fields import MEANT_OTHERWISE, OWN, TYPES, read_fields
from clever.scaffolding.layout import Layout
from clever.scaffolding.names import check_name
from tests.project_template.hook import ASKED, CHOICES, QUESTIONS, Hook
from tests.project_template.libraries import needed_modules
from workbook.book import REPOSITORY

REFERENCE_APP = REPOSITORY / "reference_app"
WORD = re.compile(r"[a-z][a-z0-9]{1,23}")


def test_each_question_is_checked_in_the_order_in_which_it_is_asked(hook: Hook) -> None:
    assert list(hook.checks) == ASKED


@pytest.mark.parametrize("prompt", CHOICES)
def test_the_choices_are_those_that_are_offered(hook: Hook, prompt: str) -> None:
    assert hook.checks[prompt].keywords == {"of": tuple(QUESTIONS[prompt])}


@pytest.mark.parametrize(
    "fields",
    [
        *(f"a:{type_}" for type_ in TYPES),
        *(f"{name}:str" for name in sorted(OWN | MEANT_OTHERWISE | {"objects", *dir(Model), *dir(BaseModel)})),
        *("player_id:uuid, title:str", "  a :str,b_2: text  ", "type:str", "match:str", "json_schema:str"),
        *("", " ", ",", "a", "a:", ":str", "a:str,", "a:str,,b:str", "a:float", "a:STR", "a:str:int", "a str"),
        *("A:str", "1a:str", "_a:str", "a_:str", "a__b:str", "a-b:str", "é:str", "a b:str", "class:str", "None:str"),
        *("model_x:str", "models_of:str", "a:str, a:int", "a:str, b:int, a:str"),
        *("a" * 40 + ":str", "a" * 41 + ":str"),
        *(",".join(f"a{number}:int" for number in range(many)) for many in (20, 21)),
    ],
)
def test_the_fields_are_those_that_inv_new_service_takes(hook: Hook, fields: str) -> None:
    assert hook.takes("fields", fields) == takes(read_fields, fields)


def test_what_inv_new_service_refuses_is_no_name_for_a_first_service(hook: Hook, words: dict[str, bool]) -> None:
    refused = [word for word, free in words.items() if not free]

    assert len(refused) > 50
    assert [word for word in refused if hook.takes("first_service", word, example="yes")] == []


def test_what_inv_new_service_takes_is_a_name_for_a_first_service(hook: Hook, words: dict[str, bool]) -> None:
    free = [word for word, free in words.items() if free]

    assert len(free) > 10
    refused = {word for word in free if not hook.takes("first_service", word, example="yes")}
    assert refused <= {"conftest", "manage", "sentry", "tasks", "templates", "tests", "tracing"}  # of a whole project


@pytest.mark.parametrize("prompt", ["slug", "namespace"])
def test_nothing_is_called_like_a_library_that_the_reference_app_needs(hook: Hook, prompt: str) -> None:
    needed = {module for module in needed_modules() if WORD.fullmatch(module)}

    assert len(needed) > 60
    assert [word for word in sorted(needed) if hook.takes(prompt, word, __folder=word)] == []


@pytest.fixture(scope="module")
def words() -> dict[str, bool]:
    """Words of the reference app, and whether `inv new-service` takes one for a name."""
    layout = Layout.find(REPOSITORY)
    found = {
        *(word for file in REFERENCE_APP.glob("stages/*/stage.toml") for word in keys(tomllib.loads(file.read_text()))),
        *(path.stem for path in REFERENCE_APP.glob("contracts/clever/contracts/*")),
        *(path.name for path in REFERENCE_APP.iterdir()),
        *(module.name for module in pkgutil.iter_modules(django.contrib.__path__)),
        *names.MEANT_OTHERWISE,
        *("conftest", "manage", "ninja", "outbox", "static", "media", "login", "tasks", "templates", "tests"),
    }
    return {word: takes(check_name, word, layout) for word in sorted(found) if WORD.fullmatch(word)}


def keys(table: dict[str, Any]) -> Iterator[str]:
    """Those of a table and of the tables in it."""
    for key, value in table.items():
        yield key
        yield from keys(value) if isinstance(value, dict) else ()


def takes(check: Callable[..., object], *values: object) -> bool:
    try:
        check(*values)
    except Refused:
        return False
    return True
