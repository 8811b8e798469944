import pytest

import lab
from lab.releasing import Release


def menu(release: Release) -> str:
    return (release.folder / "cafe" / "menu.py").read_text(encoding="utf-8")


def test_the_next_release_is_a_copy_and_the_first_stays_as_it_is(sources: Release):
    second = sources.next("2").replace("cafe/menu.py", "MOCHA = 5000", "MOCHA = 5500")

    assert "MOCHA = 5500" in menu(second)
    assert "MOCHA = 5000" in menu(sources)


def test_a_change_is_shown_as_the_lines_that_a_reviewer_sees(sources: Release):
    second = sources.next("2").replace("cafe/menu.py", "MOCHA = 5000", "MOCHA = 5500")

    assert second.text().splitlines() == [
        "release 2", "", "cafe/menu.py", " LATTE = 4500", "-MOCHA = 5000", "+MOCHA = 5500", " TEA = 4000",
    ]  # fmt: skip
    assert second.changes[0].lines == 2
    assert "MOCHA" in second.html()
    assert "lab-code" in second.html()


def test_two_changes_of_a_file_are_shown_as_one(sources: Release):
    second = sources.next("2")
    second.replace("cafe/menu.py", "LATTE = 4500", "LATTE = 4600").replace("cafe/menu.py", "TEA = 4000", "TEA = 4100")

    [change] = second.changes
    assert change.lines == 4


def test_a_release_made_again_begins_with_a_fresh_copy(sources: Release):
    sources.next("2").replace("cafe/menu.py", "TEA = 4000\n", "")

    assert menu(sources.next("2")) == menu(sources)


def test_what_cannot_be_changed_is_said_with_what_to_do(sources: Release):
    second = sources.next("2")

    with pytest.raises(lab.LabError, match=r"has no file cafe/drinks.py"):
        second.replace("cafe/drinks.py", "a", "b")
    with pytest.raises(lab.LabError, match="holds 'COCOA' 0 times"):
        second.replace("cafe/menu.py", "COCOA", "b")
    with pytest.raises(lab.LabError, match="3 times, and once is wanted"):
        second.replace("cafe/menu.py", " = ", "=")
    with pytest.raises(lab.LabError, match="cannot be made of itself"):
        second.next("2")
