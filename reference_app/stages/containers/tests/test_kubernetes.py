"""The Kubernetes manifests say what compose.yaml and stage.toml say, and ask for no right beside."""

import shutil
import subprocess
from pathlib import Path

import kubernetes_validate
import pytest
import yaml

from clever.runner.containers.configuration import NGINX
from clever.runner.containers.secrets import secret_files
from clever.runner.secrets import ensure_secrets

from .cluster import BASE, CLUSTER, EXAMPLE, RENDERED, RUN
from .composition import PROJECTS, SERVICES, STAGE, TABLE
from .rendering import containers, generated_by, plain, pod

VERSION = "1.37"
SERVERS = [name for name in PROJECTS if name in RUN]
# What Kubernetes needs to be told beyond compose: a volume may not be empty when PostgreSQL first sees it.
BEYOND = {"postgres": {"PGDATA": "/var/lib/postgresql/data/pgdata"}}


def test_every_service_is_there_but_nginx_whose_place_the_ingress_takes():
    assert {*RUN} == {*SERVICES} - {NGINX}


@pytest.mark.parametrize("name", RUN)
def test_what_runs_is_what_compose_runs(name):
    found = CLUSTER.as_kubernetes_has_it(name)
    for beyond in BEYOND.get(name, ()):
        del found["environment"][beyond]

    assert found == CLUSTER.as_compose_has_it(name)


@pytest.mark.parametrize("name", BEYOND)
def test_what_is_beyond_compose_is_no_more_than_that(name):
    assert BEYOND[name].items() <= CLUSTER.as_kubernetes_has_it(name)["environment"].items()


@pytest.mark.parametrize("name", RUN)
def test_no_container_has_a_right_that_it_does_not_need(name):
    spec = pod(RUN[name])

    assert spec["automountServiceAccountToken"] is False
    assert spec["enableServiceLinks"] is False
    assert spec["securityContext"]["runAsNonRoot"] is True
    assert spec["securityContext"]["runAsUser"] == (999 if SERVICES[name].get("user") else 10001)
    assert spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    for container in containers(RUN[name]):
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert {*container["resources"]["requests"]} == {"cpu", "memory"}


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_is_asked_whether_it_lives_and_whether_it_can_work(name):
    container = CLUSTER.main(name)
    asked = {probe: container[probe]["httpGet"] for probe in ("startupProbe", "livenessProbe", "readinessProbe")}

    # As the image's own check: a database that is away is no reason to start anything anew.
    assert {probe: get["path"] for probe, get in asked.items()} == {
        "startupProbe": "/healthz",
        "livenessProbe": "/healthz",
        "readinessProbe": "/readyz",
    }
    # kubelet asks by the pod's address, which is no name that the projects answer to.
    assert all(get["httpHeaders"] == [{"name": "Host", "value": "127.0.0.1"}] for get in asked.values())
    assert container["ports"] == [{"name": "http", "containerPort": 8000}]


@pytest.mark.parametrize("name", ["postgres", "redis"])
def test_what_is_not_ours_is_asked_as_compose_asks_it(name):
    assert CLUSTER.main(name)["readinessProbe"]["exec"]["command"] == SERVICES[name]["healthcheck"]["test"][1:]


@pytest.mark.parametrize("name", [name for name in RUN if "stop_grace_period" in SERVICES[name]])
def test_requests_under_way_may_end_also_after_the_time_in_which_new_ones_still_come(name):
    waits = CLUSTER.main(name).get("lifecycle", {}).get("preStop", {}).get("exec", {}).get("command", ["sleep", "0"])
    grace = int(SERVICES[name]["stop_grace_period"].removesuffix("s"))

    assert pod(RUN[name])["terminationGracePeriodSeconds"] >= int(waits[1]) + grace


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_waits_for_the_job_that_migrates_its_database(name):
    [first] = pod(RUN[name])["initContainers"]

    assert first["args"] == ["python", "manage.py", "migrate", "--check"]
    assert first["image"] == CLUSTER.main(name)["image"]
    assert first["env"] == CLUSTER.main(name)["env"]
    assert SERVICES[name]["depends_on"] == {f"prepare-{name}": {"condition": "service_completed_successfully"}}


def test_who_answers_what_is_as_stage_toml_says():
    [rule] = CLUSTER.of_kind("Ingress")["front"]["spec"]["rules"]
    paths = {path["path"]: path["backend"]["service"]["name"] for path in rule["http"]["paths"]}
    served = {path: name for name, project in TABLE.projects.items() for path in project.serves}

    assert paths.pop("/") == TABLE.front
    assert paths == {path: name for path, name in served.items() if name != TABLE.front}


@pytest.mark.parametrize("name", PROJECTS)
def test_a_project_is_reached_by_those_that_call_it_and_by_nobody_else(name):
    callers = {
        other
        for other in PROJECTS
        for seam, url in TABLE.seams_of(other).items()
        if f"${{{name}}}" in url and not seam.endswith("_ORIGIN")
    }
    policy = CLUSTER.of_kind("NetworkPolicy").get(f"to-{name}", {"spec": {"ingress": []}})

    assert CLUSTER.callers_of(name) == callers
    assert all(entry["ports"] == [{"port": 8000}] for entry in policy["spec"]["ingress"])


def test_people_reach_what_serves_them_and_nobody_else_is_let_in():
    policies = CLUSTER.of_kind("NetworkPolicy")
    [from_outside] = policies["from-outside"]["spec"]["podSelector"]["matchExpressions"]

    assert sorted(from_outside["values"]) == sorted(name for name in PROJECTS if TABLE.projects[name].serves)
    assert policies["nobody"]["spec"] == {"podSelector": {}, "policyTypes": ["Ingress"]}
    assert all(name.startswith("to-") for name in {*policies} - {"nobody", "from-outside"})


@pytest.mark.parametrize("name", RUN)
def test_a_pod_bears_the_labels_that_others_know_it_by(name):
    labels = RUN[name]["spec"]["template"]["metadata"]["labels"]
    project = name.removeprefix("prepare-").removesuffix("-pending")

    assert labels == ({"app": name, "project": project} if project in PROJECTS else {"app": name})
    assert RUN[name]["metadata"]["labels"]["app"] == name
    assert RUN[name]["spec"].get("selector", {"matchLabels": {"app": name}}) == {"matchLabels": {"app": name}}


def test_each_that_is_called_has_its_name_and_a_worker_has_none():
    services = CLUSTER.of_kind("Service")

    assert {*services} == {*PROJECTS, "postgres", "redis"}
    for name, service in services.items():
        [port] = service["spec"]["ports"]
        assert service["spec"]["selector"] == {"app": name}
        assert port["port"] == CLUSTER.main(name)["ports"][0]["containerPort"]


def test_what_has_replicas_is_never_taken_away_as_a_whole():
    replicated = {name for name, one in RUN.items() if one["spec"].get("replicas", 1) > 1}

    assert {*CLUSTER.of_kind("PodDisruptionBudget")} == replicated
    for name, budget in CLUSTER.of_kind("PodDisruptionBudget").items():
        assert budget["spec"] == {"maxUnavailable": 1, "selector": {"matchLabels": {"app": name}}}


def test_the_uploads_are_one_volume_for_all_who_see_them():
    claim = {"claimName": "uploads"}
    seen = {
        name for name in RUN if claim in [one.get("persistentVolumeClaim") for one in CLUSTER.mounts(name).values()]
    }
    in_compose = {name for name in SERVICES if "uploads:/var/lib/clever/media" in SERVICES[name].get("volumes", ())}

    assert seen == in_compose
    assert CLUSTER.of_kind("PersistentVolumeClaim")["uploads"]["spec"]["accessModes"] == ["ReadWriteMany"]


def test_every_file_is_named_once_and_no_file_lies_about():
    named = [file.resolve() for file in BASE.files()]
    own = [file.resolve() for file in BASE.folder.rglob("*.yaml") if file.name != "kustomization.yaml"]

    assert len(named) == len({*named})
    assert {*own} <= {*named}
    assert all(file.exists() for file in named)


def test_the_example_has_an_image_of_a_registry_for_each_of_ours_and_a_file_for_each_secret(tmp_path: Path):
    ours = {container["image"].partition(":")[0] for one in RENDERED for container in containers(one)}
    files = {file.rpartition("/")[2] for one in EXAMPLE.table["secretGenerator"] for file in one["files"]}

    assert {image["name"] for image in EXAMPLE.table["images"]} == {name for name in ours if name.startswith("clever/")}
    assert files == {*secret_files(TABLE, ensure_secrets(TABLE, tmp_path / "secrets.env"))}
    for one in EXAMPLE.render():
        assert all(":local" not in container["image"] for container in containers(one))


@pytest.mark.parametrize("one", EXAMPLE.render(), ids=lambda one: f"{one['kind']}-{one['metadata']['name']}")
def test_each_is_what_kubernetes_takes_to_the_last_word(one):
    kubernetes_validate.validate(one, VERSION, strict=True)


@pytest.mark.skipif(shutil.which("kubectl") is None, reason="kubectl is not installed, and it alone knows Kustomize")
def test_kustomize_makes_the_same_of_it_as_these_tests(tmp_path: Path):
    shutil.copytree(STAGE / "kubernetes", tmp_path / "kubernetes")
    shutil.copytree(STAGE / "postgres", tmp_path / "postgres")
    secrets = tmp_path / "kubernetes/example/secrets"
    secrets.mkdir(exist_ok=True)
    for name in secret_files(TABLE, ensure_secrets(TABLE, tmp_path / "secrets.env")):
        (secrets / name).write_text("")
    command = ["kubectl", "kustomize", str(tmp_path / "kubernetes/example")]

    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    generated = generated_by(EXAMPLE)
    assert sorted(plain(one, generated) for one in yaml.safe_load_all(said)) == sorted(
        plain(one, generated) for one in EXAMPLE.render()
    )
