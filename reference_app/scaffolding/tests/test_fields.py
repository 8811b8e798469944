import pytest
from cookiecutter.environment import StrictEnvironment

from clever.scaffolding.errors import Refused
from clever.scaffolding.fields import LONGEST, MOST, TYPES, Field, read_fields

from .conftest import HERE


def test_fields_are_read_in_their_order_whatever_space_is_around_them() -> None:
    assert read_fields(" customer:uuid,title : str ,\tr2_d2:int") == (
        Field("customer", "uuid"),
        Field("title", "str"),
        Field("r2_d2", "int"),
    )


def test_a_field_is_written_as_it_is_read() -> None:
    assert [str(field) for field in read_fields("title: str, due :date")] == ["title:str", "due:date"]


@pytest.mark.parametrize("type_", TYPES)
def test_each_type_is_known(type_: str) -> None:
    assert read_fields(f"some:{type_}") == (Field("some", type_),)


def test_the_template_knows_the_same_types() -> None:
    source = (HERE.template / "templates/fields.py").read_text()

    module = StrictEnvironment().from_string(source).make_module({"cookiecutter": {"fields": "title:str"}})

    assert tuple(module.types) == TYPES


@pytest.mark.parametrize("text", ["", " ", ",", "a:str,", "a:str,,b:str", ",a:str"])
def test_an_empty_field_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="empty field"):
        read_fields(text)


@pytest.mark.parametrize("field", ["due", "due:", "due:day", "due:Date", "due:str:date", "due=date"])
def test_a_field_of_no_known_type_is_refused_by_its_name(field: str) -> None:
    with pytest.raises(Refused, match=r"due.*(?:one of str, text, int|no name)"):
        read_fields(f"title:str, {field}")


@pytest.mark.parametrize(
    "name",
    ["", "Due", "due day", "due-day", "_due", "due_", "due__day", "2due", "일자", "x" * (LONGEST + 1), "due\nday"],
)
def test_what_is_no_plain_name_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="no name for a field"):
        read_fields(f"{name}:date")


def test_a_name_may_be_long() -> None:
    assert read_fields(f"{'x' * LONGEST}:str")


@pytest.mark.parametrize("name", ["id", "made_at", "request_digest", "owed"])
def test_what_each_record_has_is_refused(name: str) -> None:
    with pytest.raises(Refused, match=f"each record has '{name}' already"):
        read_fields(f"{name}:str")


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("class", "a word of Python's"),
        ("date", "something else"),
        ("timezone", "something else"),
        ("xmin", "something else"),
        ("pk", "Django's"),
        ("objects", "Django's"),
        ("save", "Django's"),
        ("full_clean", "Django's"),
        ("check", "Django's"),
        ("copy", "pydantic's"),
        ("json", "pydantic's"),
        ("dict", "pydantic's"),
        ("schema", "pydantic's"),
        ("model_year", "pydantic's"),
    ],
)
def test_a_name_that_somebody_else_has_is_refused_and_its_owner_named(name: str, whose: str) -> None:
    with pytest.raises(Refused, match=f"'{name}' is .*{whose}.*such as the_{name}"):
        read_fields(f"title:str, {name}:str")


@pytest.mark.parametrize("name", ["type", "order", "text", "uuid", "datetime", "decimal", "value", "fields", "new"])
def test_a_word_that_is_nobodys_there_is_a_name(name: str) -> None:
    assert read_fields(f"{name}:str") == (Field(name, "str"),)


def test_no_two_fields_have_one_name() -> None:
    with pytest.raises(Refused, match="'due' is the name of 2 fields"):
        read_fields("due:date, title:str, due:datetime")


def test_a_record_has_so_many_fields_and_no_more() -> None:
    fields = [f"f{number}:int" for number in range(MOST + 1)]

    assert len(read_fields(", ".join(fields[:MOST]))) == MOST
    with pytest.raises(Refused, match="21 fields are too many"):
        read_fields(", ".join(fields))
