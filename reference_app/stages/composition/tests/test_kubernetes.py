"""What is added to the manifests says what the compose file and stage.toml say, and changes nothing beside."""

import shutil
import subprocess
from functools import reduce
from pathlib import Path

import kubernetes_validate
import pytest
import yaml

from clever.runner.containers.secrets import secret_files
from clever.runner.secrets import ensure_secrets
from clever.runner.stagefile import SEAM

from ...containers.tests import cluster
from ...containers.tests.cluster import Cluster
from ...containers.tests.rendering import Kustomization, containers, generated_by, plain, pod
from ...containers.tests.test_kubernetes import VERSION
from .in_containers import ADDED, BENEATH, EVENT, FOLDER, NEW, SERVICES, TABLE

COMPONENTS = [Kustomization(FOLDER / "kubernetes" / name) for name in ADDED]
EXAMPLE = Kustomization(FOLDER / "kubernetes/example")
GENERATORS = [*cluster.EXAMPLE.table["secretGenerator"], *EXAMPLE.table["secretGenerator"]]
CLUSTER = Cluster(
    reduce(lambda manifests, component: component.onto(manifests), COMPONENTS, cluster.BASE.render()),
    GENERATORS,
    SERVICES,
)
CHANGED = ["backoffice", "prepare-backoffice", "databases"]


def test_what_compose_has_more_is_all_that_is_new():
    assert {*CLUSTER.run} - {*cluster.RUN} == {*NEW}


@pytest.mark.parametrize("name", [*NEW, *CHANGED])
def test_what_runs_is_what_compose_runs(name):
    assert CLUSTER.as_kubernetes_has_it(name) == CLUSTER.as_compose_has_it(name)


def test_what_was_there_is_as_it_was():
    called = {callee for name in ADDED for url in TABLE.seams_of(name).values() for callee in SEAM.findall(url)} - {
        *ADDED
    }
    different = {key for key, one in cluster.CLUSTER.by_name.items() if CLUSTER.by_name[key] != one}

    assert different == {
        *(("Deployment", "backoffice"), ("Job", "prepare-backoffice"), ("Job", "databases")),
        *(("Ingress", "front"), ("NetworkPolicy", "from-outside")),
        *(("NetworkPolicy", f"to-{callee}") for callee in called),
    }


@pytest.mark.parametrize(("name", "as_this"), [("event", "coupon"), ("event-worker", "coupon-pending")])
def test_in_all_else_a_pod_is_as_those_that_were_there(name, as_this):
    its_own = {"image", "env", "args"}
    [one, other] = [
        [{key: value for key, value in each.items() if key not in its_own} for each in containers(CLUSTER.run[which])]
        for which in (name, as_this)
    ]

    assert one == other
    assert pod(CLUSTER.run[name])["securityContext"] == pod(CLUSTER.run[as_this])["securityContext"]
    assert CLUSTER.run[name]["spec"]["replicas"] == CLUSTER.run[as_this]["spec"]["replicas"]


@pytest.mark.parametrize("name", EVENT)
def test_a_pod_waits_for_the_job_with_the_image_and_the_settings_that_it_has_itself(name):
    [first] = pod(CLUSTER.run[name])["initContainers"]

    assert first["args"] == ["python", "manage.py", "migrate", "--check"]
    assert first["image"] == CLUSTER.main(name)["image"]
    assert first["env"] == CLUSTER.main(name)["env"]


@pytest.mark.parametrize("name", TABLE.projects)
def test_a_project_is_reached_by_those_that_call_it_and_by_nobody_else(name):
    callers = {
        other
        for other in TABLE.projects
        for seam, url in TABLE.seams_of(other).items()
        if f"${{{name}}}" in url and not seam.endswith("_ORIGIN")
    }

    assert CLUSTER.callers_of(name) == callers


def test_who_answers_what_is_as_stage_toml_says():
    [rule] = CLUSTER.of_kind("Ingress")["front"]["spec"]["rules"]
    paths = {path["path"]: path["backend"]["service"]["name"] for path in rule["http"]["paths"]}
    served = {path: name for name, project in TABLE.projects.items() for path in project.serves}
    [people] = CLUSTER.of_kind("NetworkPolicy")["from-outside"]["spec"]["podSelector"]["matchExpressions"]

    assert paths.pop("/") == TABLE.front
    assert paths == {path: name for path, name in served.items() if name != TABLE.front}
    assert {*people["values"]} == {*served.values()}


def test_the_example_has_an_image_of_a_registry_for_each_of_ours_and_a_file_for_each_secret(tmp_path: Path):
    files = {file.rpartition("/")[2] for one in GENERATORS for file in one["files"]}

    assert files == {*secret_files(TABLE, ensure_secrets(TABLE, tmp_path / "secrets.env"))}
    for one in EXAMPLE.render():
        assert all(":local" not in container["image"] for container in containers(one))


@pytest.mark.parametrize("one", EXAMPLE.render(), ids=lambda one: f"{one['kind']}-{one['metadata']['name']}")
def test_each_is_what_kubernetes_takes_to_the_last_word(one):
    kubernetes_validate.validate(one, VERSION, strict=True)


@pytest.mark.skipif(shutil.which("kubectl") is None, reason="kubectl is not installed, and it alone knows Kustomize")
def test_kustomize_makes_the_same_of_it_as_these_tests(tmp_path: Path):
    for stage, parts in ((BENEATH.folder, ("kubernetes", "postgres")), (TABLE.folder, ("containers",))):
        for part in parts:
            shutil.copytree(stage / part, tmp_path / stage.name / part)
    for example in ("containers/kubernetes/example", "composition/containers/kubernetes/example"):
        (tmp_path / example / "secrets").mkdir(exist_ok=True)
        for name in secret_files(TABLE, ensure_secrets(TABLE, tmp_path / "secrets.env")):
            (tmp_path / example / "secrets" / name).write_text("")
    command = ["kubectl", "kustomize", str(tmp_path / "composition/containers/kubernetes/example")]

    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    generated = generated_by(cluster.EXAMPLE, EXAMPLE)
    assert sorted(plain(one, generated) for one in yaml.safe_load_all(said)) == sorted(
        plain(one, generated) for one in EXAMPLE.render()
    )
