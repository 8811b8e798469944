"""What has to change in a project, out of three trees."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clever.scaffolding.growing.difference import Step, Tree, step_between

LINES = b"one\ntwo\nthree\nfour\nfive\n"
TOP, BOTTOM = LINES.replace(b"one", b"ONE"), LINES.replace(b"five", b"FIVE")

# Some are merged, some are not, and one is no text.
contents = st.sampled_from([LINES, TOP, BOTTOM, b"other\n", b"\0\1"])
trees = st.dictionaries(st.sampled_from(["a.txt", "b.txt", "c/d.txt", "c/e.bin"]), contents)
# Always the same examples, so that whoever has changed nothing here finds nothing here.
quietly = settings(max_examples=50, derandomize=True, deadline=None)


def step(before: bytes | None, after: bytes | None, now: bytes | None) -> Step:
    """Of a project with one place, which may be empty."""
    old, new, mine = ({} if content is None else {"place": content} for content in (before, after, now))
    return step_between(old, new, mine)


def taken(step: Step, now: Tree) -> Tree:
    return {place: content for place, content in (now | step.made | step.changed).items() if place not in step.removed}


@pytest.mark.parametrize(
    ("before", "after", "now", "expected"),
    [
        (None, b"new", None, Step(made={"place": b"new"})),
        (b"old", b"new", b"old", Step(changed={"place": b"new"})),
        (b"old", None, b"old", Step(removed=["place"])),
        (b"old", None, b"mine", Step(kept=["place"])),
        (b"old", b"new", b"mine", Step(conflicts=["place"])),
        (None, b"new", b"mine", Step(conflicts=["place"])),
    ],
    ids=["made", "changed", "removed", "kept", "conflict", "conflict of two new ones"],
)
def test_each_place_has_one_fate(before: bytes | None, after: bytes, now: bytes | None, expected: Step) -> None:
    assert step(before, after, now) == expected


@pytest.mark.parametrize(
    ("before", "after", "now"),
    [
        (b"old", b"new", b"new"),
        (None, b"new", b"new"),
        (b"old", None, None),
        (b"old", b"new", None),
        (b"old", b"old", b"mine"),
        (b"old", b"old", None),
        (None, None, b"mine"),
    ],
    ids=["changed alike", "made alike", "removed alike", "removed here", "mine", "removed here alone", "made here"],
)
def test_what_is_there_already_or_nobody_elses_is_left(
    before: bytes | None, after: bytes | None, now: bytes | None
) -> None:
    assert step(before, after, now) == Step()


def test_changes_at_different_lines_are_both_kept() -> None:
    both = step(LINES, BOTTOM, TOP)

    assert both == Step(changed={"place": b"ONE\ntwo\nthree\nfour\nFIVE\n"})


def test_changes_at_the_same_line_are_a_conflict() -> None:
    assert step(LINES, TOP, LINES.replace(b"one", b"1")) == Step(conflicts=["place"])


def test_what_is_no_text_is_changed_whole_and_never_merged() -> None:
    old, new, mine = (b"\0" + lines for lines in (LINES, BOTTOM, TOP))

    assert step(old, new, old) == Step(changed={"place": new})
    assert step(old, new, mine) == Step(conflicts=["place"])


def test_places_come_in_their_order() -> None:
    places = ["b", "a/c", "a/b"]

    done = step_between({}, dict.fromkeys(places, b""), {})

    assert list(done.made) == sorted(places)


@quietly
@given(trees, trees)
def test_what_nobody_has_changed_becomes_what_would_be_made_now(before: Tree, after: Tree) -> None:
    done = step_between(before, after, before)

    assert taken(done, before) == after
    assert done.kept == done.conflicts == []


@quietly
@given(trees, trees, trees)
def test_what_is_the_same_in_both_is_never_touched(before: Tree, after: Tree, now: Tree) -> None:
    done = step_between(before, after, now)

    named = {*done.made, *done.changed, *done.removed, *done.kept, *done.conflicts}
    assert not {place for place in named if before.get(place) == after.get(place)}


@quietly
@given(trees, trees, trees)
def test_whoever_has_changed_a_file_finds_it_again(before: Tree, after: Tree, now: Tree) -> None:
    own = {place for place in now if now[place] != before.get(place)}

    done = step_between(before, after, now)

    assert own <= taken(done, now).keys()
    assert not own & {*done.made, *done.removed}
