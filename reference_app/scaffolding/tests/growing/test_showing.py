"""What a person reads before a step is taken."""

from pathlib import Path

from clever.scaffolding.growing.difference import Step
from clever.scaffolding.growing.showing import shown


def test_new_files_are_counted_by_their_folder(tmp_path: Path) -> None:
    places = ["tasks.py", "stages/split/split/tea/a.py", "stages/split/split/coffee/b.py", "stages/split/stage.toml"]

    text = shown(Step(made=dict.fromkeys(places, b"")), tmp_path)

    assert text.splitlines()[:4] == [
        "4 new files:",
        "  +1    .",
        "  +1    stages/split",
        "  +2    stages/split/split",
    ]


def test_what_changes_is_shown_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("one\ntwo\nthree\n")

    text = shown(Step(changed={"README.md": b"one\n2\nthree\n"}), tmp_path)

    assert "--- a/README.md\n+++ b/README.md\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n" in text


def test_what_is_no_text_is_only_named(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"\0\x1b[2J")

    text = shown(Step(changed={"logo.png": b"\0\x1b[3J"}), tmp_path)

    assert "logo.png changes, and is no text\n" in text
    assert "\x1b" not in text


def test_what_goes_is_counted_too(tmp_path: Path) -> None:
    text = shown(Step(removed=["stages/monolith/a.py", "stages/monolith/b.py"]), tmp_path)

    assert text.endswith("2 files that go:\n  -2    stages/monolith")


def test_what_stays_and_what_is_in_the_way_is_named(tmp_path: Path) -> None:
    text = shown(Step(kept=["stages/monolith/urls.py"], conflicts=["tasks.py"]), tmp_path)

    assert (
        "Left where they are, since they were changed here; take what you need of them:\n  stages/monolith/urls.py\n"
        in text
    )
    assert text.endswith("Changed here and by this step, at the same lines:\n  tasks.py")


def test_where_nothing_stays_and_nothing_is_in_the_way_neither_is_spoken_of(tmp_path: Path) -> None:
    text = shown(Step(), tmp_path)

    assert "Left" not in text
    assert "Changed here" not in text
