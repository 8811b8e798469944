"""A stage that has its projects from another one."""

from pathlib import Path

import pytest

from clever.runner.errors import StageError
from clever.runner.stagefile import StageFile, load_stage
from clever.runner.tables import CONTAINERS, PROCESSES, merged

from .stages import IN_CONTAINERS, LARGER, write


@pytest.fixture
def larger(root: Path) -> StageFile:
    write(root, "larger", LARGER)
    return load_stage("larger")


def test_what_another_stage_has_is_there_and_what_is_added_too(larger):
    assert [*larger.projects] == ["tiny", "choir"]
    assert larger.projects["tiny"].wsgi == "site_of_tiny"
    assert larger.seams_of("choir") == {"GREETING_URL": "${tiny}/api/greeting"}
    assert larger.permits == {"choir": ("tiny *",)}


def test_lists_are_added_to_and_single_values_take_the_others_place(larger):
    assert larger.projects["tiny"].serves == ("/greeting/", "/choir/")
    assert larger.projects["tiny"].settings == "larger.tiny.settings"


def test_tables_merge_however_deep_they_lie():
    below = {"a": {"b": {"c": 1, "d": [1, 2]}}, "e": 5}

    assert merged(below, {"a": {"b": {"d": [2, 3]}, "f": 6}}) == {"a": {"b": {"c": 1, "d": [1, 2, 3]}, "f": 6}, "e": 5}
    assert below == {"a": {"b": {"c": 1, "d": [1, 2]}}, "e": 5}


def test_the_other_stage_stays_what_it_was(root, larger):
    assert load_stage("tiny").projects["tiny"].serves == ("/greeting/",)


def test_it_is_on_ports_of_its_own(larger):
    assert [project.port for project in larger.projects.values()] == [9101, 9102]
    assert larger.nginx is not None
    assert larger.nginx.port == 9180


def test_its_sources_are_the_other_stages_and_its_own_files_count_more(root, larger):
    own = root / "stages/larger"
    (own / "gunicorn.conf.py").write_text("")

    assert larger.sources == root / "stages/tiny"
    assert larger.files("gunicorn.conf.py") == [larger.sources / "gunicorn.conf.py", own / "gunicorn.conf.py"]
    assert larger.file("manage.py") == larger.sources / "manage.py"
    with pytest.raises(StageError, match="larger: there is no swarm"):
        larger.file("swarm.yaml")


def test_a_project_is_the_stages_whose_settings_it_has(larger):
    assert larger.own_projects == ("tiny", "choir")
    assert load_stage("tiny").own_projects == ("tiny",)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("tiny = 9101", "", "ports leaves out tiny; each project of tiny needs one here"),
        ("tiny = 9101", "tiny = 9101\nzebra = 9103", "ports names 'zebra', which is no project of this stage"),
        ('extends = "tiny"', 'extends = "tinny"', r"unknown stage 'tinny'; did you mean tiny\?"),
        ('choir = ["tiny *"]', 'choir = ["zebra *"]', "permits.choir names 'zebra', which is no project"),
    ],
)
def test_a_mistake_is_one_line_with_its_place(root, old, new, complaint):
    write(root, "larger", LARGER.replace(old, new))

    with pytest.raises(StageError, match=complaint) as raised:
        load_stage("larger")

    assert "\n" not in str(raised.value)


def test_the_same_stage_in_containers_has_what_is_in_containers_already(both_ways):
    stage = load_stage("larger", on=CONTAINERS)

    assert stage.compose == "compose.yaml"
    assert stage.on == CONTAINERS
    assert stage.layers == (
        both_ways / "tiny",
        both_ways / "shipped",
        both_ways / "larger",
        both_ways / "larger/shipped",
    )
    assert [project.port for project in stage.projects.values()] == [9201, 9202]
    assert stage.nginx is not None
    assert stage.nginx.port == 9280


def bring(stage: Path, server: str) -> None:
    file = stage / "stage.toml"
    file.write_text(f'database_server = "{server}"\n{file.read_text()}')


def test_a_stage_has_the_database_server_of_the_one_beneath_unless_it_says_otherwise(both_ways):
    bring(both_ways / "tiny", "postgresql")
    assert {load_stage(name).database_server for name in ("larger", "shipped")} == {"postgresql"}

    bring(both_ways / "larger", "sqlite")
    assert load_stage("larger").database_server == "sqlite"


def test_in_containers_it_brings_none_since_the_compose_file_does(both_ways):
    bring(both_ways / "tiny", "postgresql")

    assert [load_stage("larger", on=way).brings_postgresql for way in (PROCESSES, CONTAINERS)] == [True, False]
    assert not load_stage("shipped").brings_postgresql


@pytest.mark.parametrize("on", ["", PROCESSES])
def test_where_nobody_says_otherwise_it_runs_on_processes(both_ways, on):
    stage = load_stage("larger", on=on)

    assert (stage.compose, stage.on) == (None, PROCESSES)
    assert stage.ways == (PROCESSES, CONTAINERS)
    assert [project.port for project in stage.projects.values()] == [9101, 9102]


def test_a_stage_with_one_way_is_that_however_it_is_asked_for(both_ways):
    assert load_stage("shipped") == load_stage("shipped", on=CONTAINERS)
    assert load_stage("tiny") == load_stage("tiny", on=PROCESSES)


@pytest.mark.parametrize(
    ("name", "on", "complaint"),
    [
        ("tiny", CONTAINERS, "tiny runs on processes alone; on containers there are: larger, shipped"),
        ("shipped", PROCESSES, "shipped runs on containers alone; on processes there are: larger, tiny"),
        ("tiny", "clouds", "a stage runs on processes or on containers, not on 'clouds'"),
    ],
)
def test_a_stage_that_does_not_run_so_names_those_that_do(both_ways, name, on, complaint):
    with pytest.raises(StageError, match=complaint):
        load_stage(name, on=on)


def test_a_table_of_containers_that_names_no_stage_is_a_mistake(root):
    write(root, "larger", LARGER + '[containers]\nfolder = "shipped"\n')

    with pytest.raises(StageError, match=r"larger/stage.toml: extends is missing"):
        load_stage("larger")


def test_without_the_stage_that_knows_containers_it_runs_on_processes_alone(root):
    write(root, "larger", LARGER + IN_CONTAINERS)

    assert load_stage("larger").ways == (PROCESSES,)


def test_a_stray_key_in_the_table_of_containers_is_refused(both_ways):
    write(both_ways.parent, "larger", LARGER + IN_CONTAINERS + 'image = "x"\n')

    with pytest.raises(StageError, match="containers names 'image', which is no key of this stage"):
        load_stage("larger", on=CONTAINERS)
