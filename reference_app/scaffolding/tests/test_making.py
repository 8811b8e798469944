"""What is made is complete: it passes its own tests, and the stage is a stage."""

import os
import subprocess
import sys
import tomllib
from configparser import RawConfigParser
from pathlib import Path

import pytest
import yaml
from cookiecutter.main import cookiecutter

from clever.runner.containers.stack import stack_of
from clever.runner.containers.together import together
from clever.runner.errors import StageError
from clever.runner.nginx import configuration
from clever.runner.stagefile import StageFile, load_stage
from clever.scaffolding import making
from clever.scaffolding.errors import Refused
from clever.scaffolding.finishing import finish
from clever.scaffolding.layout import Layout
from clever.scaffolding.making import make, plan

from .conftest import HERE, content, wished

NEW = ["sightings", "tides", "harbours"]
in_the_workbook = pytest.mark.skipif(not HERE.is_workbook, reason="what it is about is in the workbook alone")


@pytest.fixture(scope="module")
def stage(grown: Layout) -> StageFile:
    return load_stage("composition", grown.root)


def run(layout: Layout, folder: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    """Run a module of Python's in a folder, on the project's own contracts and services."""
    ours = [layout.contracts, *layout.services.iterdir()]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, ours)), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)  # of whoever runs these tests
    words = [sys.executable, "-m", *command]
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def own_tests(layout: Layout, folder: Path, *chosen: str) -> str:
    done = run(layout, folder, "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *chosen)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(("name", "tests"), [("sightings", 31), ("tides", 29), ("harbours", 57)])
def test_a_service_passes_its_own_tests(grown: Layout, name: str, tests: int) -> None:
    assert f"{tests} passed" in own_tests(grown, grown.services / name)


def test_its_stand_in_passes_the_tests_of_its_contract(grown: Layout) -> None:
    assert "15 passed" in own_tests(grown, grown.contracts, *(f"tests/test_testing_{name}.py" for name in NEW))


@pytest.mark.full
def test_a_service_that_calls_nobody_passes_its_own_tests_too(layout: Layout) -> None:
    make(wished(layout, "tides"), layout)

    assert "28 passed" in own_tests(layout, layout.services / "tides")


@pytest.mark.live
@pytest.mark.parametrize("callee", ["coupon", "archive", "link"])
def test_whoever_is_called_first_is_asked_for_something(layout: Layout, callee: str) -> None:
    make(wished(layout, "tides", calls=[callee, "player"]), layout)

    assert "5 passed" in own_tests(layout, layout.services / "tides", "tests/test_actions.py")


def test_a_service_that_calls_only_whom_the_example_does_not_know_owes_nothing(stage: StageFile) -> None:
    assert stage.projects["tides"].calls == ("VID_URL", "PERMITTER_URL")
    assert "tides" not in stage.permits
    assert list(stage.projects["tides"].processes) == ["tides"]


def test_no_name_and_no_mark_of_the_template_is_left_over(grown: Layout) -> None:
    for name in NEW:
        for file in (grown.services / name).rglob("*"):
            assert "{{" not in file.name
            text = "" if file.is_dir() or file.suffix == ".mo" else file.read_text(encoding="utf-8")
            assert not [word for word in ("{{", "{%", "cookiecutter", "attendance") if word in text], file


def test_a_message_is_in_korean_as_it_was_asked_for(grown: Layout) -> None:
    catalogue = grown.services / "sightings/clever/service/sightings/locale/ko/LC_MESSAGES/django.po"

    assert 'msgid "Sightings"\nmsgstr "목격담"' in catalogue.read_text(encoding="utf-8")


@in_the_workbook
def test_what_is_made_is_written_as_all_else_is(grown: Layout) -> None:
    for command in (("check", "--output-format=concise"), ("format", "--check")):
        done = run(grown, grown.root, "ruff", *command, "--no-cache", *(str(grown.services / name) for name in NEW))
        assert done.returncode == 0, done.stdout
        done = run(grown, grown.root, "ruff", *command, "--no-cache", "reference_app/contracts", "workbook")
        assert done.returncode == 0, done.stdout
        done = run(grown, grown.root, "ruff", *command, "--no-cache", "reference_app/stages/composition/composition")
        assert done.returncode == 0, done.stdout


@in_the_workbook
@pytest.mark.full
def test_what_is_made_has_types_that_fit(grown: Layout) -> None:
    made = [str(grown.contracts / f"clever/contracts/{name}.py") for name in NEW]
    made += [str(grown.services / name) for name in NEW]

    done = run(grown, grown.root, "mypy", f"--cache-dir={os.devnull}", *made)

    assert done.returncode == 0, done.stdout


def test_a_service_is_a_project_with_a_port_of_its_own(stage: StageFile) -> None:
    for name in NEW:
        assert stage.projects[name].serves == (f"/api/{name}/",)
        assert stage.seams[f"{name.upper()}_URL"] == f"${{{name}}}/api/{name}"
    ports = [project.port for project in stage.projects.values()]
    assert len(set(ports)) == len(ports)


def test_a_service_may_ask_for_what_its_example_asks_and_the_game_servers_may_ask_it(stage: StageFile) -> None:
    assert stage.permits["sightings"] == ("player PUT /api/player/players/<player_id>/grants/<key>",)
    assert stage.permits["harbours"] == ("notice PUT /api/notice/notices/<notice_id>",)
    assert "tides" not in stage.permits
    assert {f"{name} *" for name in NEW} <= {*stage.permits["game-server"]}


def test_supervisord_runs_what_the_table_says(stage: StageFile) -> None:
    programs = RawConfigParser(strict=True)
    programs.read(stage.files("supervisord.conf"))

    expected = {f"program:{process}" for name in NEW for process in stage.projects[name].processes}
    assert expected <= {*programs.sections()}
    assert "program:sightings-worker" in expected
    assert "program:tides-worker" not in expected


def test_nginx_leads_to_it(stage: StageFile) -> None:
    files = {file.name for file in configuration(stage.layers)}

    assert {f"{what}.{name}.conf" for name in NEW for what in ("projects", "upstreams")} <= files


def test_the_backoffice_opens_its_database(stage: StageFile) -> None:
    assert {*NEW} <= {*stage.projects["backoffice"].opens}
    settings = (stage.folder / "composition/backoffice/settings.py").read_text(encoding="utf-8")
    compile(settings, "settings.py", "exec")
    for name in NEW:
        assert settings.count(f'"clever.service.{name}"') == 3  # the app, where it is kept, and that database


def test_the_readme_names_it_and_what_it_reads(stage: StageFile) -> None:
    text = (stage.folder / "README.md").read_text(encoding="utf-8")

    assert "| `harbours` | `/api/harbours/`, and the process `harbours-worker` | sightings, notice |" in text
    assert "| harbours: `SIGHTINGS_URL`, `NOTICE_URL` |" in text
    assert "| backoffice: `TIDES_DATABASE_URL` |" in text


def test_it_is_installed_with_its_stage(grown: Layout, stage: StageFile) -> None:
    extras = tomllib.loads((stage.folder / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    sources = tomllib.loads((grown.root / "pyproject.toml").read_text())["tool"]["uv"]["sources"]

    for name in NEW:
        assert extras[name] == [f"clever-service-{name}"]
        assert f"clever-service-{name}" in extras["backoffice"]
        assert sources[f"clever-service-{name}"] == {"workspace": True}
    assert ",".join(NEW) in extras["all"][0]


@in_the_workbook
def test_in_containers_it_is_what_the_others_are(grown: Layout) -> None:
    stage = load_stage("composition", grown.root, on="containers")
    compose = together(stage.files("compose.yaml"))
    services = compose["services"]

    assert services["databases"]["command"][-3:] == NEW
    assert services["nginx"]["depends_on"][-3:] == NEW
    assert services["harbours"]["environment"]["SIGHTINGS_URL"] == "http://sightings:8000/api/sightings"
    assert services["backoffice"]["environment"]["TIDES_URL"] == "http://tides:8000/api/tides"
    assert "tides-worker" not in services
    assert {*NEW} <= {*compose["secrets"]}
    assert services.keys() == stack_of(stage)["services"].keys()


def test_its_manifests_are_read_and_its_worker_has_the_settings_of_the_service(grown: Layout, stage: StageFile) -> None:
    folder = stage.folder / "containers/kubernetes"
    manifests = [*yaml.safe_load_all((folder / "sightings/sightings.yaml").read_text(encoding="utf-8"))]
    pods = [one["spec"]["template"]["spec"] for one in manifests if "template" in one["spec"]]
    told = [pod["containers"][0]["env"] for pod in pods]

    assert [one["metadata"]["name"] for one in manifests if one["kind"] == "Deployment"] == [
        "sightings",
        "sightings-worker",
    ]
    assert told[0] == told[1] == told[2]
    assert {"name": "COUPON_URL", "value": "http://coupon:8000/api/coupon"} in told[0]
    for name in NEW:
        for file in (folder / name).glob("*.yaml"):
            assert [*yaml.safe_load_all(file.read_text(encoding="utf-8"))], file
    example = yaml.safe_load((folder / "example/kustomization.yaml").read_text(encoding="utf-8"))
    assert example["components"][-3:] == [f"../{name}" for name in NEW]


@in_the_workbook
def test_the_import_rules_know_it(grown: Layout) -> None:
    linter = tomllib.loads((grown.root / "pyproject.toml").read_text())["tool"]["importlinter"]
    told = [contract.get("modules", contract.get("forbidden_modules", ())) for contract in linter["contracts"]]
    layers = [layer.split(" : ") for contract in linter["contracts"] for layer in contract.get("layers", ())]

    for name in (f"clever.service.{each}" for each in NEW):
        assert name in linter["root_packages"]
        assert all(name in modules for modules in told if "clever.service.coupon" in modules)
        assert [name in layer for layer in layers] == ["clever.service.coupon" in layer for layer in layers]


def test_a_place_that_is_missing_is_told_before_anything_is_written(layout: Layout) -> None:
    readme = layout.home / "stages/composition/README.md"
    readme.write_text(readme.read_text().replace("| project | serves |", "| project | answers |"))
    before = content(layout)

    with pytest.raises(Refused, match=r"README\.md: there is no table \| project \| serves"):
        make(wished(layout, "tides"), layout)

    assert content(layout) == before


def test_a_stage_that_would_be_none_is_left_as_it_was(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(layout)
    service = wished(layout, "tides", calls=["player"])

    def no_stage(*args: object, **options: object) -> None:
        raise StageError("stage.toml: projects.tides: no")

    monkeypatch.setattr(making, "load_stage", no_stage)

    with pytest.raises(StageError):
        make(service, layout)

    assert content(layout) == before


def test_a_plan_writes_nothing(layout: Layout) -> None:
    before = content(layout)

    assert len(plan(wished(layout, "tides"), layout).made) > 30

    assert content(layout) == before


@pytest.mark.parametrize("calls", ["", "player,coupon"])
def test_cookiecutter_alone_makes_the_same_distribution_once_it_is_finished(tmp_path: Path, calls: str) -> None:
    made = Path(
        cookiecutter(
            str(HERE.template),
            no_input=True,
            extra_context={"service_name": "tides", "calls": calls},
            output_dir=str(tmp_path / "made"),
            default_config={"replay_dir": str(tmp_path / "replay")},
        )
    )
    finish(made)

    planned = plan(wished(HERE, "tides", calls=[callee for callee in calls.split(",") if callee]), HERE).made
    services = HERE.services / "tides"
    ours = {file.relative_to(services): text for file, text in planned.items() if file.is_relative_to(services)}
    theirs = {file.relative_to(made): file.read_bytes() for file in made.rglob("*") if file.is_file()}
    assert theirs == ours
