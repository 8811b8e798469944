from pathlib import Path

import pytest

from clever.runner.errors import StageError
from clever.runner.stagefile import known_stages, load_stage


def rewrite(root: Path, old: str, new: str) -> None:
    file = root / "stages" / "tiny" / "stage.toml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_a_stage_is_read_whole(root):
    stage = load_stage("tiny")

    assert stage.front == "tiny"
    assert stage.databases == ("tiny",)
    assert (stage.database_server, stage.brings_postgresql) == ("sqlite", False)
    assert stage.processes == ("web",)
    assert stage.projects["tiny"].callers == ("game-server",)


def test_an_unknown_stage_names_those_that_there_are(root):
    with pytest.raises(StageError, match=r"unknown stage 'zebra'; there are: tiny"):
        load_stage("zebra")


def test_a_misspelt_stage_is_guessed(root):
    with pytest.raises(StageError, match=r"did you mean tiny\?"):
        load_stage("tinny")


def test_a_path_is_no_name_of_a_stage(root):
    with pytest.raises(StageError, match="unknown stage"):
        load_stage("../stages/tiny")


def test_a_folder_without_a_stage_file_is_no_stage(root):
    (root / "stages" / "notes").mkdir()

    assert known_stages(root) == ["tiny"]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("settings =", "setings =", r"projects\.tiny\.\w+: "),
        ('apps = ["greeting"]', 'apps = ["greeting", "greeting"]', "app greeting is there 2 times"),
        ('name = "tiny"', 'name = "huge"', "name is 'huge', but the folder is called 'tiny'"),
        (
            'summary = "A',
            'seams = { X_URL = "${x}/api/x" }\nsummary = "A',
            "seams.X_URL names 'x', which is no project",
        ),
        ("[projects.tiny]", "[projects.tiny", "line"),
        (
            "instances =",
            "callees = { parting = [] }\ninstances =",
            r"projects\.tiny\.callees names 'parting', which is no app of this stage",
        ),
        (
            "instances =",
            'callees = { greeting = ["parting"] }\ninstances =',
            r"projects\.tiny\.callees\.greeting names 'parting', which is no service of this stage",
        ),
        ('summary = "A', 'database_server = "oracle"\nsummary = "A', "database_server: .*'sqlite' or 'postgresql'"),
    ],
)
def test_a_mistake_is_named_with_its_place(root, old, new, complaint):
    rewrite(root, old, new)

    with pytest.raises(StageError, match=complaint) as raised:
        load_stage("tiny")

    assert "stage.toml" in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["postgres", "template1"])
def test_a_server_of_its_own_has_some_databases_already(root, name):
    rewrite(root, 'database = "tiny"', f'database = "{name}"')
    load_stage("tiny")
    rewrite(root, 'summary = "A', 'database_server = "postgresql"\nsummary = "A')

    with pytest.raises(StageError, match=f"a database cannot be called '{name}': each PostgreSQL server has one"):
        load_stage("tiny")


def test_two_projects_cannot_have_one_port(root):
    stage = load_stage("tiny")
    rewrite(root, f"port = {stage.nginx.port}", f"port = {stage.projects['tiny'].port}")

    with pytest.raises(StageError, match=r"port \d+ is there 2 times"):
        load_stage("tiny")
