"""`.env.example` explains every variable of the compose files, with its default, and none that is not there."""

import re

from clever.runner.containers.starting import OTHERS

from .composition import STAGE, VARIABLE, files

TEXT = (STAGE / ".env.example").read_text(encoding="utf-8")
SETTING = re.compile(r"^(# )?([A-Z][A-Z0-9_]*)=(.*)$", re.MULTILINE)
EXPLAINED = {name: (bool(optional), value) for optional, name, value in SETTING.findall(TEXT)}


def used() -> dict[str, set[str]]:
    """Each variable, and the defaults that it is given."""
    found: dict[str, set[str]] = {}
    for match in VARIABLE.finditer(files()):
        name, default = match.groups()
        required = match[0].startswith(f"${{{name}:?")
        found.setdefault(name, set()).update([] if default is None or required else [default])
    return found


def test_there_are_variables():
    assert len(used()) > 25


def test_every_variable_is_explained_and_none_is_stale():
    assert {*EXPLAINED} == {*used()}


def test_a_default_is_said_as_it_is():
    wrong = {
        name: (defaults, EXPLAINED[name][1])
        for name, defaults in used().items()
        if defaults and defaults != {EXPLAINED[name][1]}
    }

    assert wrong == {}


def test_what_has_no_default_must_be_set():
    must = {name for name, (optional, _) in EXPLAINED.items() if not optional}

    assert must == {name for name, defaults in used().items() if not defaults}


def test_each_is_explained_in_words_above_it():
    lines = TEXT.splitlines()
    for name in EXPLAINED:
        at = next(number for number, line in enumerate(lines) if re.match(rf"(# )?{name}=", line))
        above = next(line for line in reversed(lines[:at]) if not SETTING.match(line))

        assert re.match(r"# \S+ .*\S", above), f"{name} stands below no explanation"


def test_no_secret_is_in_it():
    assert not re.search(r"PASSWORD|KEY=|_SECRET", "\n".join(EXPLAINED))


def test_a_start_looks_for_the_images_that_are_the_default():
    assert {name: EXPLAINED[f"{name.upper()}_IMAGE"][1] for name in OTHERS} == OTHERS
