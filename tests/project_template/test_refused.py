"""A hostile answer is refused by its question, before anything is made."""

from dataclasses import replace
from pathlib import Path

import pytest
from cookiecutter.generate import generate_context
from cookiecutter.prompt import prompt_for_config

from tests.project_template.baking import Oven
from tests.project_template.hook import ASKED, CHOICES, EXAMPLE, QUESTIONS

PATHS = ["", ".", "..", "../x", "a/b", "/tmp/x", "Keep", "Keep/b", "Keep/../Keep", "-f", "~", "a\n", "9", "가"]


@pytest.mark.parametrize(
    ("prompt", "value", "why"),
    [
        ("project_name", "", "is 0 characters long"),
        ("project_name", "x" * 81, "is 81 characters long; take 1 to 80"),
        ("project_name", " ", "begins or ends with a space"),
        ("project_name", "\u3000Plan B", "begins or ends with a space"),
        ("project_name", "...", "no letter, digit or emoji"),
        ("project_name", 'The "Best"', "holds '\"'"),
        ("project_name", "a\\b", r"holds '\\'"),
        ("project_name", "<script>", "holds '<' '>'"),
        ("project_name", "`id`", "holds '`'"),
        ("project_name", "$(id)", "holds '$'"),
        ("project_name", "100%", "holds '%'"),
        ("project_name", "two\nlines", r"holds '\n'"),
        ("project_name", "two\u2028lines", r"holds '\u2028'"),
        ("project_name", "\x1b[31mred", r"holds '\x1b' '['"),
        ("project_name", "abc\u202ecba", r"holds '\u202e'"),
        ("project_name", "# Plan", "a heading or a list"),
        ("project_name", "1. Plan", "a heading or a list"),
        ("project_name", "Plan #", "a heading or a list"),
        ("project_name", "_Plan_", "emphasis in Markdown"),
        ("project_name", "R&amp;D", "name of a character in HTML"),
        ("project_name", "Rock &notes", "name of a character in HTML"),
        ("slug", "My-Project", "is no slug"),
        ("slug", "my--project", "is no slug"),
        ("slug", "my_project", "is no slug"),
        ("slug", "2048-game", "is no slug"),
        ("slug", "my-project\n", "is no slug"),
        ("slug", "a" * 41, "is no slug"),
        ("slug", "django", "is a library that the project needs; take another slug, such as django-project"),
        ("slug", "permittee", "is a part of every project"),
        ("namespace", "json", "is a module of Python's standard library; take another word, such as jsonapp"),
        ("namespace", "compression", "is a module of Python's standard library"),  # in 3.14
        ("namespace", "class", "is a keyword of Python's; take another word, such as classapp"),
        ("namespace", "match", "is a keyword of Python's"),
        ("namespace", "print", "is a builtin of Python's"),
        ("namespace", "django", "is a library that the project needs"),
        ("namespace", "moments", "is a module"),
        ("namespace", "monolith", "is a part of every project"),
        ("namespace", "my-app", "is not one word"),
        ("namespace", "мир", "is not one word"),
        ("namespace", "１a", "is not one word"),
        ("namespace", "a", "is not one word"),
        ("description", "", "is 0 characters long"),
        ("description", "x" * 201, "take 1 to 200"),
        ("description", 'Say "yes"', "holds '\"'"),
        ("author", "x" * 101, "take 1 to 100"),
        ("author", f"Ann <{'x' * 100}@example.org>", "is 118 characters long; take 1 to 100"),
        ("author", "Ann <ann>", "write Name <mail@example.org>"),
        ("author", "<ann@example.org>", "write Name <mail@example.org>"),
        ("author", "Ann\x00", r"holds '\x00'"),
        ("first_service", "Orders", "is not one word"),
        ("first_service", "import", "is a keyword of Python's"),
        ("first_service", "admin", "is something else in a project"),
        ("first_service", "static", "is something else in a project"),
        ("first_service", "moments", "is a module"),
        ("first_service", "line", "is something else in a project"),
        ("first_service", "permitter", "is something else in a project"),
        ("first_service", "split", "is a part of every project"),
        ("first_service", "myproject", "is the namespace as well"),
        ("fields", "", "has no name that is a field's"),
        ("fields", "a:str,,", "has no name that is a field's"),
        ("fields", "a", "has no known type; take one of: str, text, int, decimal, bool, date, datetime, uuid"),
        ("fields", "a:float", "'a:float' has no known type"),
        ("fields", "a:str, b:int, a:int", "'a:int' is called like a field before it"),
        ("fields", "class:str", "'class:str' is called by a keyword of Python's"),
        ("fields", "__import__:str", "has no name that is a field's"),
        ("fields", "owed:int", "'owed:int' is called like what every record has"),
        ("fields", ", ".join(f"field{number}:int" for number in range(21)), "has 21 fields; take 1 to 20"),
        ("time_zone", "Asia/Soul", "is no time zone; take Asia/Seoul"),
        ("time_zone", "../../etc/passwd", "is no time zone"),
        ("time_zone", "localtime", "is no time zone"),
        ("languages", "", "is no language of Django's"),
        ("languages", "en,klingon", "'klingon' is no language of Django's"),
        ("languages", "en,pt-BR", "take pt-br"),
        ("languages", "en,en", "'en' is there twice"),
    ],
)
def test_a_hostile_answer_is_refused_with_its_question_and_nothing_is_left(
    oven: Oven, prompt: str, value: str, why: str
) -> None:
    said = oven.refused(**{prompt: value})

    assert [line for line in said if line.startswith(f"{prompt}: ") and why in line]
    assert list(oven.output.iterdir()) == []


@pytest.mark.parametrize("name", sorted(EXAMPLE))
def test_beside_the_example_no_service_is_called_like_one_of_its_own(oven: Oven, name: str) -> None:
    said = oven.refused(first_service=name, example="yes", languages="en,ko")

    assert said[0] == f"first_service: {name!r} is a service of the example; take another word, such as {name}app"


def test_the_example_speaks_english_and_korean(oven: Oven) -> None:
    said = oven.refused(example="yes", languages="en,de")

    assert said[0].startswith("languages: 'en,de' lacks en or ko, and the example speaks English and Korean")


def test_a_slug_that_a_part_of_the_project_has_is_refused(oven: Oven) -> None:
    said = oven.refused(slug="shop-kit", namespace="shop")

    assert said[0] == "slug: 'shop-kit' is what a part of shop is called; take another slug, such as kit-project"


def test_all_that_is_wrong_is_said_at_once(oven: Oven) -> None:
    said = oven.refused(project_name="`", slug="A", namespace="json", fields="id:uuid, a:float", languages="xx,yy")

    asked = [line.split(":")[0] for line in said if line.split(":")[0] in ASKED]
    assert asked == ["project_name", "slug", "namespace", "fields", "fields", "languages", "languages"]


@pytest.mark.parametrize("slug", PATHS)
def test_a_slug_that_is_none_is_no_folder_even_before_it_is_refused(template: Path, slug: str) -> None:
    asked = generate_context(str(template / "cookiecutter.json"), extra_context={"slug": slug})

    answers = prompt_for_config(asked, no_input=True)

    assert answers["__folder"] == "no-valid-slug"


@pytest.mark.parametrize("slug", PATHS)
def test_a_slug_that_is_a_path_reaches_no_folder(oven: Oven, slug: str) -> None:
    kept = oven.output / "Keep/file"
    kept.parent.mkdir()
    kept.write_text("as it was")

    said = replace(oven, overwrite=True).refused(slug=slug)

    assert said[0].startswith(f"slug: {slug!r} is no slug")
    assert [path.name for path in oven.output.rglob("*")] == ["Keep", "file"]
    assert kept.read_text() == "as it was"


def test_no_other_folder_can_be_asked_for(oven: Oven) -> None:
    said = oven.refused(__folder="elsewhere")

    assert said[0] == "slug: 'my-project' is not the folder, which is 'elsewhere'; leave __folder out of the answers"
    assert list(oven.output.iterdir()) == []


def test_cookiecutter_itself_refuses_a_choice_that_there_is_not_and_names_the_question(oven: Oven) -> None:
    with pytest.raises(ValueError, match=r"^swarm provided for choice variable stage, but the choices are"):
        oven.bake(stage="swarm")

    assert list(oven.output.iterdir()) == []


@pytest.mark.parametrize("prompt", CHOICES)
def test_a_choice_that_there_is_not_is_refused_where_it_is_replayed(oven: Oven, prompt: str) -> None:
    said = oven.refused_typed(**{prompt: "swarm"})

    assert said[0] == f"{prompt}: 'swarm' is no choice; take one of: {', '.join(QUESTIONS[prompt])}"


@pytest.mark.parametrize(
    "hostile",
    [
        "'''\"\"\"",
        '"); import os; os.abort() #',
        "\\",
        "\\u0022\\x22%22",
        "a\r\n\tb\0",
        "{{ cookiecutter.slug }}{% raw %}{# x",
        "\ud800 \udce9",
        "\u2028\u2029\x85\ufeff",
        "뷁\U0001f3ae{}",
    ],
    ids=ascii,
)
def test_an_answer_arrives_as_it_is_whatever_is_in_it(oven: Oven, hostile: str) -> None:
    said = oven.refused_typed(project_name=hostile)

    assert said[0].startswith(f"project_name: {hostile!r} holds ")


@pytest.mark.parametrize("nothing", [None, 7], ids=str)
@pytest.mark.parametrize("prompt", ["project_name", "slug", "languages"])
def test_an_answer_that_is_no_text_is_refused(oven: Oven, prompt: str, nothing: object) -> None:
    said = oven.refused_typed(**{prompt: nothing})

    assert f"{prompt}: {nothing!r} is no text; write one" in said
