import pytest

from lab.afternoon.lines import CONTRACT, OTHERS, SERVICE, STAGE, TESTS, changed, lines, place_of, texts


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("services/attendance/clever/service/attendance/owed.py", SERVICE),
        ("services/attendance/tests/test_api.py", TESTS),
        ("contracts/clever/contracts/attendance.py", CONTRACT),
        ("contracts/clever/contracts/testing/attendance.py", TESTS),
        ("contracts/tests/test_testing_attendance.py", TESTS),
        ("stages/composition/stage.toml", STAGE),
        ("pyproject.toml", STAGE),
        ("services/player/clever/service/player/actions.py", OTHERS),
        ("contracts/clever/contracts/player.py", OTHERS),
        ("kit/clever/kit/problems.py", OTHERS),
    ],
)
def test_each_file_has_its_place(path, place):
    assert place_of(path, "attendance") == place


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        (["a", "b"], ["a", "b"], 0),
        ([], ["a", "b"], 2),
        (["a", "b", "c"], ["a", "x", "c"], 1),
        (["a", "b", "c"], ["a", "x", "y", "c"], 2),
        (["a", "b", "c"], ["a"], 2),
        (["a", "b", "c", "d"], ["a", "x", "d"], 1),
    ],
)
def test_a_line_that_is_another_one_counts_once(old, new, count):
    assert changed(old, new) == count


def test_what_the_template_made_and_what_a_person_wrote_are_told_apart():
    model, player = "services/attendance/clever/service/attendance/models.py", "services/player/models.py"
    before = {player: ["class Player:"]}
    made = before | {model: ["class Record:", "    title = 1"]}
    now = made | {model: ["class Record:", "    day = 1"], player: ["class Player:", "    days = 3"]}

    found = lines("attendance", before, made, now)

    assert (found.by_template, found.by_hand, found.in_others) == (2, 2, 1)
    assert found.written[SERVICE] == 1


def test_what_programs_make_is_nobodys_line():
    migration = "services/attendance/clever/service/attendance/migrations/0001_initial.py"

    found = lines("attendance", {}, {migration: ["a"]}, {migration: ["b", "c"]})

    assert (found.by_template, found.by_hand) == (0, 0)


def test_a_project_is_read_without_its_environment(tmp_path):
    for place in ("services/x.py", ".venv/lib/y.py", "var/z.py", "services/__pycache__/x.py", "templates/t.py"):
        file = tmp_path / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("one\ntwo\n")
    (tmp_path / "services/x.sqlite3").write_bytes(b"\0")

    assert texts(tmp_path) == {"services/x.py": ["one", "two"]}
