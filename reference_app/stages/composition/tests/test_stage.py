"""What composition adds to split, and that it changes nothing beside."""

from clever.runner.environment import settings_environment, with_settings
from clever.runner.nginx import configuration, render_all
from clever.runner.places import StageFolder
from clever.runner.secrets import ensure_secrets

from .conftest import BENEATH, NEW, STAGE, TABLE

NOT_OF_THE_STAGE = {"port"}


def test_event_is_new_and_all_that_has_settings_here_but_the_backoffice():
    assert "event" in NEW
    assert {*NEW} == {*TABLE.own_projects} - {"backoffice"}


def test_a_project_that_was_there_is_as_it_was_but_for_its_port():
    for name, project in BENEATH.projects.items():
        if name not in TABLE.own_projects:
            there, here = (one.model_dump(exclude=NOT_OF_THE_STAGE) for one in (project, TABLE.projects[name]))
            assert here == there


def test_the_backoffice_is_as_it_was_and_knows_what_is_new():
    there, here = (stage.projects["backoffice"].model_dump(exclude=NOT_OF_THE_STAGE) for stage in (BENEATH, TABLE))
    different = {key for key in here if here[key] != there[key]}

    assert different == {"settings", "image", "opens", "calls"}
    assert here["opens"] == (*there["opens"], *NEW)
    assert here["calls"] == (*there["calls"], *(f"{name.upper()}_URL" for name in NEW))


def test_both_stages_can_be_up_at_once():
    ports = [[*(project.port for project in stage.projects.values()), stage.nginx.port] for stage in (BENEATH, TABLE)]

    assert not set(ports[0]) & set(ports[1])


def test_a_file_of_splits_is_not_here_again():
    ours = {file.relative_to(STAGE).as_posix(): file for file in STAGE.rglob("*") if file.suffix in (".conf", ".py")}
    theirs = {file.read_text() for file in BENEATH.folder.rglob("*") if file.suffix in (".conf", ".py")}

    assert not [name for name, file in ours.items() if file.stat().st_size and file.read_text() in theirs]


def test_nginx_is_splits_and_leads_to_what_is_new_as_well():
    files = {file.name: file for file in configuration(TABLE.layers)}

    assert files["nginx.conf"].parent == BENEATH.folder
    assert {name for name, file in files.items() if STAGE in file.parents} == {
        f"{what}.{name}.conf" for name in NEW for what in ("projects", "upstreams")
    }
    for name in NEW:
        [text] = render_all([files[f"projects.{name}.conf"]], {}).values()
        assert text.split("\n")[1].split() == [f"~^/api/{name}/", f"{name};"]


def test_one_start_decides_how_event_calls_and_how_long_it_may_take(tmp_path):
    folder = StageFolder.of(TABLE.name, tmp_path)
    ports = {name: project.port for name, project in TABLE.projects.items()}
    given = with_settings(TABLE, {}, {"CALLING": "naive", "BUDGET_SECONDS": "0.5"})
    secrets = ensure_secrets(TABLE, tmp_path / "secrets.env")

    found = settings_environment(TABLE, "event", folder, secrets=secrets, ports=ports, given=given)

    assert (found["CALLING"], found["BUDGET_SECONDS"]) == ("naive", "0.5")
    assert found["ARCHIVE_URL"] == f"http://127.0.0.1:{ports['app']}/api/archive"
