import pytest

from clever.scaffolding.errors import Refused
from clever.scaffolding.layout import Layout
from clever.scaffolding.names import check_name, check_title

from .conftest import HERE


@pytest.mark.parametrize("name", ["sightings", "tides", "r2", "a" * 24])
def test_a_plain_word_that_nobody_has_is_a_name(name: str) -> None:
    check_name(name, HERE)


@pytest.mark.parametrize(
    "name",
    ["", "x", "Tides", "high tides", "high-tides", "high_tides", "2tides", "물때", "a" * 25, "../tides", "tides\n"],
)
def test_what_is_no_single_word_in_lower_case_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="no name for a service"):
        check_name(name, HERE)


@pytest.mark.parametrize("name", ["class", "import", "match", "type"])
def test_a_word_of_pythons_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="a word of Python's"):
        check_name(name, HERE)


@pytest.mark.parametrize("name", ["api", "cache", "page", "static", "login", "redis", "docs"])
def test_a_word_that_means_something_else_in_what_is_made_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="means something else"):
        check_name(name, HERE)


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("admin", "Django's app admin"),
        ("sessions", "Django's app sessions"),
        ("outbox", "an app that services are built on"),
        ("coupon", "services/coupon"),
        ("archive", r"contracts/clever/contracts/archive\.py"),
        ("moments", r"contracts/clever/contracts/moments\.py"),
        ("permittee", "permittee"),
        ("split", "stages/split|the stage split"),
        ("nginx", "a process of the stage"),
    ],
)
def test_a_name_that_is_taken_is_refused_and_its_owner_named(name: str, whose: str) -> None:
    with pytest.raises(Refused, match=f"'{name}' is taken, by .*(?:{whose})"):
        check_name(name, HERE)


def test_a_name_is_taken_once_a_service_has_it(layout: Layout) -> None:
    check_name("tides", layout)
    (layout.services / "tides").mkdir()

    with pytest.raises(Refused, match="'tides' is taken"):
        check_name("tides", layout)


@pytest.mark.parametrize("title", ["Tides", "물때", "Low & high tides", "R2's tides, no. 2", "7"])
def test_a_title_is_a_line_of_words(title: str) -> None:
    check_title(title)


@pytest.mark.parametrize(
    "title", ["", " ", 'the "tides"', "tides\n", "{{ tides }}", "<b>tides", "x" * 61, "a\\b", "$x"]
)
def test_a_title_that_would_not_be_read_as_one_everywhere_is_refused(title: str) -> None:
    with pytest.raises(Refused, match="no title"):
        check_title(title)


def test_a_title_that_the_translations_have_already_is_refused() -> None:
    with pytest.raises(Refused, match="something else"):
        check_title("record")
