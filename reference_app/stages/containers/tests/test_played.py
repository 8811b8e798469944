"""The Kubernetes manifests, played: podman makes pods of them without a cluster, where it is installed."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from copy import deepcopy

import pytest
import yaml

from .cluster import RUN
from .rendering import Tree, containers

PODMAN = shutil.which("podman") or ""
SECONDS = 60.0

pytestmark = pytest.mark.live


def podman(*words: str, given: str = "") -> str:
    done = subprocess.run([PODMAN, *words], input=given, capture_output=True, text=True, check=False, timeout=SECONDS)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def redis() -> Iterator[Tree]:
    """The one workload that needs no other, as it is in the manifests."""
    workload = deepcopy(RUN["redis"])
    [container] = containers(workload)
    # An older podman opens what is named here on all addresses of the machine. Nobody has to reach it from outside.
    del container["ports"]
    if not PODMAN:
        pytest.skip("podman is not installed")
    if container["image"] not in podman("images", "--format", "{{.Repository}}:{{.Tag}}").replace("localhost/", ""):
        pytest.skip(f"podman has no {container['image']}")
    manifest = yaml.safe_dump(workload)
    podman("kube", "play", "--network", "none", "-", given=manifest)
    yield container
    podman("kube", "down", "-", given=manifest)


def test_a_pod_of_podman_passes_the_probe_that_a_cluster_would_ask(redis: Tree):
    [name] = [each for each in podman("ps", "--format", "{{.Names}}").split() if each.endswith("-server")]
    deadline = time.monotonic() + SECONDS

    probe = [PODMAN, "exec", name, *redis["readinessProbe"]["exec"]["command"]]
    while subprocess.run(probe, capture_output=True, check=False, timeout=SECONDS).returncode != 0:
        assert time.monotonic() < deadline, podman("logs", name)
        time.sleep(0.2)

    assert podman("exec", name, "id", "-u").strip() == str(
        RUN["redis"]["spec"]["template"]["spec"]["securityContext"]["runAsUser"]
    )
