"""The Kubernetes manifests, rendered, and what of compose.yaml they have to agree with."""

from typing import Any

from clever.runner.containers.stack import size

from .composition import SERVICES, STAGE, VARIABLE
from .rendering import Kustomization, Tree, pod

BASE = Kustomization(STAGE / "kubernetes/base")
EXAMPLE = Kustomization(STAGE / "kubernetes/example")
WORKLOADS = ("Deployment", "StatefulSet", "Job")

RENDERED = BASE.render()
BY_NAME = {(one["kind"], one["metadata"]["name"]): one for one in RENDERED}
RUN: dict[str, Tree] = {name: one for (kind, name), one in BY_NAME.items() if kind in WORKLOADS}
SETTINGS: dict[str, str] = BY_NAME["ConfigMap", "settings"]["data"]


def of_kind(kind: str) -> dict[str, Tree]:
    """All resources of a kind, by name."""
    return {name: one for (other, name), one in BY_NAME.items() if other == kind}


def main(name: str) -> Tree:
    """The container of a workload that compose has as well."""
    [found] = pod(RUN[name])["containers"]
    return dict(found)


def environment(container: Tree) -> dict[str, str]:
    """The variables that a container is given."""
    shared = SETTINGS if {"configMapRef": {"name": "settings"}} in container.get("envFrom", ()) else {}
    return shared | {one["name"]: one["value"] for one in container.get("env", ())}


def mounts(name: str) -> dict[str, Tree]:
    """What a workload's container sees, by path: the volume, and what is mounted of it."""
    volumes = {one["name"]: one for one in pod(RUN[name]).get("volumes", ())}
    volumes |= {
        one["metadata"]["name"]: {"persistentVolumeClaim": {"claimName": one["metadata"]["name"]}}
        for one in RUN[name]["spec"].get("volumeClaimTemplates", ())
    }
    return {mount["mountPath"]: volumes[mount["name"]] for mount in main(name).get("volumeMounts", ())}


def secrets(name: str) -> dict[str, str]:
    """The files below /run/secrets, each with the secret that it is of."""
    volume = mounts(name).get("/run/secrets")
    if volume is None:
        return {}
    sources = volume["projected"]["sources"] if "projected" in volume else [volume]
    names = [one["secret"].get("secretName") or one["secret"]["name"] for one in sources]
    generated = {one["name"]: one["files"] for one in EXAMPLE.table["secretGenerator"]}
    return {file.rpartition("=")[0] or file.rpartition("/")[2]: name for name in names for file in generated[name]}


def filled_in(value: Any) -> str:
    """What compose makes of a value where no variable is set."""
    return VARIABLE.sub(lambda match: match[2] or "", str(value))


def as_compose_has_it(name: str) -> Tree:
    """A service of the compose file, with its defaults filled in."""
    service = SERVICES[name]
    limits = service["deploy"]["resources"]["limits"]
    return {
        "image": filled_in(service["image"]),
        "command": service.get("entrypoint"),
        "args": service.get("command"),
        "environment": {key: filled_in(value) for key, value in service.get("environment", {}).items()},
        "secrets": dict(_secret(secret) for secret in service.get("secrets", ())),
        "cpus": float(filled_in(limits["cpus"])) if "cpus" in limits else None,
        "memory": size(filled_in(limits["memory"])),
        "in memory": sorted([*service.get("tmpfs", ()), *(["/dev/shm"] if "shm_size" in service else [])]),
        "kept": sorted(volume.split(":")[1] for volume in service.get("volumes", ()) if not volume.endswith(":ro")),
    }


def as_kubernetes_has_it(name: str) -> Tree:
    """The same of the workload of that name."""
    container = main(name)
    limits = container["resources"]["limits"]
    seen = mounts(name)
    return {
        "image": container["image"],
        "command": container.get("command"),
        "args": container.get("args"),
        "environment": environment(container),
        "secrets": secrets(name),
        "cpus": processors(limits["cpu"]) if "cpu" in limits else None,
        "memory": quantity(limits["memory"]),
        "in memory": sorted(path for path, volume in seen.items() if "emptyDir" in volume),
        "kept": sorted(path for path, volume in seen.items() if "persistentVolumeClaim" in volume),
    }


def processors(text: str) -> float:
    """750m as 0.75."""
    return int(text[:-1]) / 1000 if text.endswith("m") else float(text)


def quantity(text: str) -> int:
    """384Mi in bytes. Without the i it would be powers of 1000, which is not what compose means."""
    units = {"Ki": 1024, "Mi": 1024**2, "Gi": 1024**3}
    return int(text[:-2]) * units[text[-2:]]


def _secret(secret: Any) -> tuple[str, str]:
    """The file's name in the container, and the secret's."""
    return (secret["target"], secret["source"]) if isinstance(secret, dict) else (secret, secret)
