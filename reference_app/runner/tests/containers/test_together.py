"""Several compose files as one: each goes on where the one before it ends."""

from pathlib import Path

import pytest
import yaml

from clever.runner.containers.together import text, together
from clever.runner.errors import StageError

BELOW = """
x-alike: &alike { restart: always }
services:
  web: { <<: *alike, image: "web:1", command: [serve], environment: { A: a } }
"""
ABOVE = """
services:
  web: { image: "web:2", command: [more], environment: { B: b } }
  worker: &worker { <<: *alike, image: "web:2" }
  other: *worker
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    below, above = tmp_path / "below.yaml", tmp_path / "above.yaml"
    below.write_text(BELOW)
    above.write_text(ABOVE)
    return [below, above]


def test_an_anchor_of_one_file_is_known_in_the_next(files):
    assert together(files)["services"]["worker"] == {"restart": "always", "image": "web:2"}


def test_tables_merge_lists_are_added_to_and_a_single_value_takes_the_others_place(files):
    assert together(files)["services"]["web"] == {
        "restart": "always",
        "image": "web:2",
        "command": ["serve", "more"],
        "environment": {"A": "a", "B": "b"},
    }


@pytest.mark.parametrize("text", ["", "# nothing of its own yet\n", "services:\n# nothing of its own yet\n"])
def test_where_nothing_is_written_yet_nothing_is_added(files, text):
    files[1].write_text(text)

    assert together(files) == together(files[:1])


def test_one_file_alone_is_what_compose_makes_of_it_but_for_the_parts_that_are_only_to_be_shared(files):
    alone = yaml.safe_load(BELOW)
    del alone["x-alike"]

    assert together(files[:1]) == alone


def test_what_an_anchor_stands_for_is_not_one_object_in_two_places(files):
    services = together(files)["services"]
    services["worker"]["image"] = "changed"

    assert services["other"]["image"] == "web:2"


@pytest.mark.parametrize(
    ("number", "text", "complaint"),
    [
        (1, "services:\n  web: *nobody\n", r"above.yaml: no compose file \(line 2: found undefined alias 'nobody'\)"),
        (1, "services: [\n", r"above.yaml: no compose file \(line \d: "),
        (0, "a: b\n c: d\n", r"below.yaml: no compose file \(line 2: "),
        (0, "- &alike { a: list }\n", r"below.yaml: no compose file \(it holds no tables\)"),
        (1, "services\n", r"above.yaml: no compose file \(it holds no tables\)"),
    ],
)
def test_a_mistake_is_one_line_with_the_file_that_it_is_in(files, number, text, complaint):
    files[number].write_text(text)

    with pytest.raises(StageError, match=complaint) as raised:
        together(files)

    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there_is_said_by_name(tmp_path):
    with pytest.raises(StageError, match=r"gone.yaml: no compose file \(.*No such file"):
        together([tmp_path / "gone.yaml"])


def test_the_text_holds_no_anchor_and_says_the_same(files):
    assert "&id" not in text(together(files))
    assert yaml.safe_load(text(together(files))) == together(files)
