"""The Kubernetes manifests, rendered, and what of the compose file they have to agree with."""

from collections.abc import Mapping, Sequence
from typing import Any

from clever.runner.containers.stack import size

from .composition import SERVICES, STAGE, VARIABLE
from .rendering import Kustomization, Tree, pod

BASE = Kustomization(STAGE / "kubernetes/base")
EXAMPLE = Kustomization(STAGE / "kubernetes/example")
WORKLOADS = ("Deployment", "StatefulSet", "Job")


class Cluster:
    """What would be on a cluster, beside what compose would start.

    `generators` are the secretGenerators of an overlay, which say what is in each secret.
    """

    def __init__(
        self, rendered: list[Tree], generators: Sequence[Tree], services: Mapping[str, Mapping[str, Any]]
    ) -> None:
        self.by_name = {(one["kind"], one["metadata"]["name"]): one for one in rendered}
        self.run: dict[str, Tree] = {name: one for (kind, name), one in self.by_name.items() if kind in WORKLOADS}
        self._files = {one["name"]: one["files"] for one in generators}
        self._services = services

    def of_kind(self, kind: str) -> dict[str, Tree]:
        """All resources of a kind, by name."""
        return {name: one for (other, name), one in self.by_name.items() if other == kind}

    def main(self, name: str) -> Tree:
        """The container of a workload that compose has as well."""
        [found] = pod(self.run[name])["containers"]
        return dict(found)

    def environment(self, container: Tree) -> dict[str, str]:
        """The variables that a container is given."""
        settings: dict[str, str] = self.by_name["ConfigMap", "settings"]["data"]
        shared = settings if {"configMapRef": {"name": "settings"}} in container.get("envFrom", ()) else {}
        return shared | {one["name"]: one["value"] for one in container.get("env", ())}

    def mounts(self, name: str) -> dict[str, Tree]:
        """What a workload's container sees, by path: the volume, and what is mounted of it."""
        volumes = {one["name"]: one for one in pod(self.run[name]).get("volumes", ())}
        volumes |= {
            one["metadata"]["name"]: {"persistentVolumeClaim": {"claimName": one["metadata"]["name"]}}
            for one in self.run[name]["spec"].get("volumeClaimTemplates", ())
        }
        return {mount["mountPath"]: volumes[mount["name"]] for mount in self.main(name).get("volumeMounts", ())}

    def secrets(self, name: str) -> dict[str, str]:
        """The files below /run/secrets, each with the secret that it is of."""
        volume = self.mounts(name).get("/run/secrets")
        if volume is None:
            return {}
        sources = volume["projected"]["sources"] if "projected" in volume else [volume]
        names = [one["secret"].get("secretName") or one["secret"]["name"] for one in sources]
        return {
            file.rpartition("=")[0] or file.rpartition("/")[2]: name for name in names for file in self._files[name]
        }

    def callers_of(self, name: str) -> set[str]:
        """The projects that the network lets through to one."""
        policy = self.of_kind("NetworkPolicy").get(f"to-{name}", {"spec": {"ingress": []}})
        peers = [peer for entry in policy["spec"]["ingress"] for peer in entry["from"]]
        return {value for peer in peers for value in peer["podSelector"]["matchExpressions"][0]["values"]}

    def as_compose_has_it(self, name: str) -> Tree:
        """A service of the compose file, with its defaults filled in."""
        service = self._services[name]
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

    def as_kubernetes_has_it(self, name: str) -> Tree:
        """The same of the workload of that name."""
        container = self.main(name)
        limits = container["resources"]["limits"]
        seen = self.mounts(name)
        return {
            "image": container["image"],
            "command": container.get("command"),
            "args": container.get("args"),
            "environment": self.environment(container),
            "secrets": self.secrets(name),
            "cpus": processors(limits["cpu"]) if "cpu" in limits else None,
            "memory": quantity(limits["memory"]),
            "in memory": sorted(path for path, volume in seen.items() if "emptyDir" in volume),
            "kept": sorted(path for path, volume in seen.items() if "persistentVolumeClaim" in volume),
        }


def filled_in(value: Any) -> str:
    """What compose makes of a value where no variable is set."""
    return VARIABLE.sub(lambda match: match[2] or "", str(value))


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


RENDERED = BASE.render()
CLUSTER = Cluster(RENDERED, EXAMPLE.table["secretGenerator"], SERVICES)
RUN = CLUSTER.run
