"""The template of projects, made once of the reference app as it is now."""

import ast
import json
import runpy
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from binaryornot.check import is_binary
from jinja2 import TemplateSyntaxError, nodes

from tests.project_template.last_hook import left_by, usual
from tests.project_template.rendering import environment, rendered
from workbook.book import REPOSITORY
from workbook.errors import BookError
from workbook.project_template.building import FIRST_HOOK, LAST_HOOK, PROJECT, build
from workbook.project_template.questions import LANGUAGES, TAKEN, with_knowledge
from workbook.project_template.stand_in import STAND_IN
from workbook.project_template.tree import Tree, text_of, write_tree

STAGES = ("monolith", "split", "containers", "composition")
MOST = 200_000  # bytes of a file
MOST_RENDERED = 350  # files, since to render them is most of what a bake takes, and 5 s is what it may take
FOR_ALL = "_"  # so begins what is not asked
OF_COOKIECUTTER = {"_template"}  # what it and cruft know by themselves


@pytest.fixture(scope="session")
def built() -> Tree:
    return build(REPOSITORY)


@pytest.fixture(scope="session")
def texts(built: Tree, questions: dict[str, Any]) -> dict[str, str]:
    """What cookiecutter renders: the texts, the places as well, and of the questions what they offer."""
    found = {place: text for place, content in built.items() if (text := text_of(content)) is not None}
    found["cookiecutter.json"] = "\n".join(offered for offered in questions.values() if isinstance(offered, str))
    return found | {f"the place {place}": place for place in built}


@pytest.fixture(scope="session")
def questions(built: Tree) -> dict[str, Any]:
    return json.loads(built["cookiecutter.json"])


@pytest.fixture(scope="session")
def last_hook(built: Tree, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The names in the hook."""
    file = tmp_path_factory.mktemp("hook") / "post_gen_project.py"
    file.write_bytes(built[LAST_HOOK])
    return runpy.run_path(str(file), run_name="hook")


@pytest.mark.parametrize("mark", [STAND_IN, "«", "»"])
def test_no_place_and_no_text_holds_what_was_to_be_replaced(texts: dict[str, str], mark: str) -> None:
    assert [place for place, text in texts.items() if mark in text.lower()] == []


def test_every_text_and_every_place_is_a_template(texts: dict[str, str]) -> None:
    assert [wrong for place, text in texts.items() for wrong in mistakes(place, text)] == []


def test_every_answer_that_a_text_wants_is_one_of_a_question(texts: dict[str, str], questions: dict[str, Any]) -> None:
    wanted = {name: place for place, text in texts.items() for name in answers_in(text)}

    assert {name: place for name, place in wanted.items() if name not in {*questions, *OF_COOKIECUTTER}} == {}


def test_every_question_makes_a_difference(
    texts: dict[str, str], questions: dict[str, Any], last_hook: dict[str, Any]
) -> None:
    used = {name for place, text in texts.items() if place != "cookiecutter.json" for name in answers_in(text)}
    used |= {name for _, needed in last_hook["CONDITIONS"] for name in needed}

    assert {name for name in questions if not name.startswith(FOR_ALL)} - used == set()


def test_the_lines_of_every_text_end_as_jinja_ends_them(texts: dict[str, str]) -> None:
    assert [place for place, text in texts.items() if "\r" in text] == []


def test_cookiecutter_takes_no_text_for_something_else(built: Tree, texts: dict[str, str], tmp_path: Path) -> None:
    write_tree({place: content for place, content in built.items() if place in texts}, tmp_path / "template")

    assert [place for place in built if place in texts and is_binary(str(tmp_path / "template" / place))] == []


def test_no_file_is_big(built: Tree) -> None:
    assert {place: len(content) for place, content in built.items() if len(content) > MOST} == {}


def test_cookiecutter_renders_few_of_the_files(built: Tree, questions: dict[str, Any]) -> None:
    copies = tuple(f"{PROJECT}/{place}/" for place in questions["_copy_without_render"])

    others = [place for place in built if place.startswith(PROJECT) and not place.startswith(copies)]

    assert 50 < len(others) < MOST_RENDERED < len(built) / 2


def test_what_is_copied_is_filled_in_as_cookiecutter_would(
    built: Tree, questions: dict[str, Any], last_hook: dict[str, Any]
) -> None:
    answers = usual() | {"project_name": "Bob's & Söhne 🎮", "namespace": "ours"}
    copies = tuple(f"{PROJECT}/{place}/" for place in questions["_copy_without_render"])
    texts = {place: text for place, content in built.items() if place.startswith(copies) and (text := text_of(content))}

    filled = {place: last_hook["filled"](text.encode(), answers).decode() for place, text in texts.items()}

    assert len(texts) > 500
    assert [place for place, text in texts.items() if filled[place] != rendered(text, **answers)] == []
    names = {place.removeprefix(PROJECT) for place in built if place.startswith(copies)}
    assert [name for name in names if last_hook["filled_in"](name, answers) != rendered(name, **answers)] == []


def test_a_project_s_files_lie_in_its_folder_and_beside_it_is_what_makes_them(built: Tree) -> None:
    assert {place.partition("/")[0] for place in built} == {PROJECT, "cookiecutter.json", "hooks", "templates"}
    assert {place for place in built if place.startswith("hooks/")} == {FIRST_HOOK, LAST_HOOK}


def test_translations_of_a_project_are_compiled(built: Tree) -> None:
    ours = [place for place in built if place.endswith(".po") and not place.startswith(f"{PROJECT}/templates/")]

    assert len(ours) > 5
    assert [place for place in ours if f"{place.removesuffix('.po')}.mo" not in built] == []


def test_what_cookiecutter_copies_as_it_is_names_nobody(built: Tree, texts: dict[str, str]) -> None:
    others = {place: content for place, content in built.items() if place not in texts}

    assert [place for place, content in others.items() if b"clever" in content.lower()] == []


@pytest.mark.parametrize("stage", STAGES)
def test_the_first_service_is_a_part_of_every_stage(texts: dict[str, str], stage: str) -> None:
    above = {place: text for place, text in texts.items() if place.startswith(f"{PROJECT}/stages/{stage}/")}

    assert [place for place, text in above.items() if "cookiecutter.first_service" in text] != []


@pytest.mark.parametrize("settings", ["monolith/monolith/settings.py", "split/split/base.py"])
@pytest.mark.parametrize(
    ("question", "app"), [("sentry", "orchard.kit.sentry"), ("opentelemetry", "orchard.kit.tracing")]
)
def test_an_app_is_installed_where_it_was_asked_for(
    texts: dict[str, str], settings: str, question: str, app: str
) -> None:
    text, usual_ones = texts[f"{PROJECT}/stages/{settings}"], usual() | {"namespace": "orchard"}

    assert f'"{app}",\n' in rendered(text, **usual_ones | {question: "yes"})
    assert app not in rendered(text, **usual_ones | {question: "no"})


def test_every_place_that_is_removed_is_there(built: Tree, last_hook: dict[str, Any]) -> None:
    places = [place for places, _ in last_hook["CONDITIONS"] for place in places]

    assert len(places) > 50
    assert [place for place in places if not any(f"{each}/".startswith(f"{PROJECT}/{place}/") for each in built)] == []


def test_what_is_removed_goes_by_an_answer_that_can_be_given(
    last_hook: dict[str, Any], questions: dict[str, Any]
) -> None:
    needed = {(name, each) for _, by in last_hook["CONDITIONS"] for name, answers in by.items() for each in answers}

    assert [(name, answer) for name, answer in sorted(needed) if answer not in questions[name]] == []


@pytest.mark.parametrize(
    ("stage", "example"),
    [("monolith", "no"), ("split", "yes"), ("containers", "no"), ("composition", "no"), ("composition", "yes")],
)
def test_a_project_has_its_stages_and_no_folder_without_a_file(built: Tree, stage: str, example: str) -> None:
    places = [place.removeprefix(f"{PROJECT}/") for place in built if place.startswith(PROJECT) and "{%" not in place]

    left = left_by(built[LAST_HOOK].decode(), places, stage=stage, example=example)

    stages = STAGES[:1] if stage == "monolith" else STAGES[1 : STAGES.index(stage) + 1]
    assert {place.split("/")[1] for place in left if place.startswith("stages/")} == {*stages}
    assert any(place.startswith("services/coupon/") for place in left) == (example == "yes")
    assert [place for place in left if place.endswith("/")] == []


def test_versions_are_those_of_the_workbook(questions: dict[str, Any]) -> None:
    pinned = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")

    assert questions["_ruff"] == version("ruff")
    assert f'exclude-newer = "{questions["_exclude_newer"]}"' in pinned


def test_what_is_compiled_is_handed_on_as_it_is(questions: dict[str, Any]) -> None:
    assert questions["_copy_without_render"][0] == "*.mo"


def test_the_first_hook_knows_which_names_are_taken_and_which_languages_there_are(built: Tree) -> None:
    names = assigned(built[FIRST_HOOK].decode())

    assert {"text", "moments", "http"} <= ast.literal_eval(names["TAKEN"]).keys()
    assert "coupon" not in names["TAKEN"]
    languages = names["LANGUAGES"].removeprefix("frozenset(").removesuffix(")")
    assert {"en", "ko", "pt-br", "zh-hans"} <= set(ast.literal_eval(languages))


@pytest.mark.parametrize("line", [TAKEN, LANGUAGES])
def test_a_first_hook_without_a_line_for_what_it_must_know_is_refused(line: str) -> None:
    hook = f"{TAKEN}\n{LANGUAGES}\n".replace(f"{line}\n", "")

    with pytest.raises(BookError, match=r"^pre_gen_project\.py: the line '.*' is missing; what it must know belongs"):
        with_knowledge(hook.encode(), {})


def mistakes(place: str, text: str) -> Iterator[str]:
    try:
        environment().parse(text)
    except TemplateSyntaxError as error:
        yield f"{place}, line {error.lineno}: {error.message}"


@cache
def answers_in(text: str) -> set[str]:
    """The names of the answers that a text asks for."""
    if "cookiecutter" not in text:
        return set()
    found = environment().parse(text).find_all(nodes.Getattr)
    return {each.attr for each in found if isinstance(each.node, nodes.Name) and each.node.name == "cookiecutter"}


def assigned(code: str) -> dict[str, str]:
    """The values of a module's annotated names, as they are written."""
    tree = ast.parse(code)
    return {ast.unparse(each.target): ast.unparse(each.value) for each in tree.body if isinstance(each, ast.AnnAssign)}
