"""What `kubectl kustomize` makes of a folder, as far as ours go: resources, patches, images, and what is generated.

Not all of Kustomize, and no hash behind the names of what is generated. Where kubectl is installed, a test compares.
"""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Tree = dict[str, Any]

# By what an entry of a list is told from the others, where a patch is merged into it. Any other list is replaced.
KEYS = {
    "containers": "name",
    "initContainers": "name",
    "volumes": "name",
    "env": "name",
    "volumeMounts": "mountPath",
    "ports": "containerPort",
}
KNOWN = {
    *("apiVersion", "kind", "resources", "components", "patches", "images", "namespace"),
    *("configMapGenerator", "secretGenerator"),
}


@dataclass(frozen=True)
class Kustomization:
    """One folder with its kustomization.yaml."""

    folder: Path

    @property
    def table(self) -> Tree:
        found: Tree = yaml.safe_load((self.folder / "kustomization.yaml").read_text(encoding="utf-8"))
        assert {*found} <= KNOWN, f"{self.folder}: the renderer knows nothing of {sorted({*found} - KNOWN)}"
        return found

    def files(self) -> Iterator[Path]:
        """Each file and each folder that it names."""
        table = self.table
        yield from (self.folder / name for name in table.get("resources", ()))
        for name in table.get("components", ()):
            yield self.folder / name
            yield from Kustomization(self.folder / name).files()
        yield from (self.folder / patch["path"] for patch in table.get("patches", ()) if "path" in patch)
        for generated in [*table.get("configMapGenerator", ()), *table.get("secretGenerator", ())]:
            named = [*generated.get("envs", ()), *generated.get("files", ())]
            yield from (self.folder / name.rpartition("=")[2] for name in named)

    def render(self) -> list[Tree]:
        """All resources, in the order that they are named in."""
        return self.onto([])

    def onto(self, found: list[Tree]) -> list[Tree]:
        """The resources that are there, with what this folder adds to them: as a component has it."""
        table = self.table
        found += [resource for name in table.get("resources", ()) for resource in _read(self.folder / name)]
        for name in table.get("components", ()):
            Kustomization(self.folder / name).onto(found)
        for generated in table.get("configMapGenerator", ()):
            _add(found, generated, self._data(generated))
        for generated in table.get("secretGenerator", ()):
            found.append(_made("Secret", generated["name"], {key: "" for key, _ in _keys(generated)}))
        for patch in table.get("patches", ()):
            for resource in found:
                if _meant(resource, patch["target"]):
                    self._patch(resource, patch)
        for image in table.get("images", ()):
            for container in (one for resource in found for one in containers(resource)):
                if container["image"].rpartition(":")[0] == image["name"]:
                    container["image"] = f"{image['newName']}:{image['newTag']}"
        for resource in found:
            if "namespace" in table and resource["kind"] != "Namespace":
                resource["metadata"]["namespace"] = table["namespace"]
        return found

    def _patch(self, resource: Tree, patch: Tree) -> None:
        if "path" in patch:
            change = yaml.safe_load((self.folder / patch["path"]).read_text(encoding="utf-8"))
            _merge(resource, {name: part for name, part in change.items() if name not in ("metadata", "kind")})
            return
        for step in yaml.safe_load(patch["patch"]):
            *way, last = step["path"].strip("/").split("/")
            place: Any = resource
            for name in way:
                place = place[int(name) if isinstance(place, list) else name]
            if last == "-":
                place.append(step["value"])
            else:
                place[last] = step["value"]

    def _data(self, generated: Tree) -> Tree:
        lines = [line for name in generated.get("envs", ()) for line in (self.folder / name).read_text().splitlines()]
        lines += generated.get("literals", ())
        settings = (line.partition("=") for line in lines if line and not line.startswith("#"))
        files = {key: (self.folder / name).read_text(encoding="utf-8") for key, name in _keys(generated)}
        return {name: value for name, _, value in settings} | files


def containers(resource: Tree) -> list[Tree]:
    """The containers of what a resource runs, those that go before the others too."""
    spec = pod(resource)
    return [*spec.get("initContainers", ()), *spec.get("containers", ())]


def pod(resource: Tree) -> Tree:
    """What a resource says of the pods that it makes; nothing for one that makes none."""
    found: Tree = resource.get("spec", {}).get("template", {}).get("spec", {})
    return found


def _read(place: Path) -> list[Tree]:
    if place.is_dir():
        return Kustomization(place).render()
    # Copied: what an anchor stands for would be one object in several places.
    return [deepcopy(one) for one in yaml.safe_load_all(place.read_text(encoding="utf-8"))]


def _keys(generated: Tree) -> list[tuple[str, str]]:
    """The files of a generator, each with the key that it is kept by."""
    named = (name.rpartition("=") for name in generated.get("files", ()))
    return [(key or Path(file).name, file) for key, _, file in named]


def _made(kind: str, name: str, data: Tree) -> Tree:
    return {"apiVersion": "v1", "kind": kind, "metadata": {"name": name}, "data": data}


def _add(found: list[Tree], generated: Tree, data: Tree) -> None:
    if generated.get("behavior") != "merge":
        found.append(_made("ConfigMap", generated["name"], data))
        return
    [other] = [one for one in found if one["kind"] == "ConfigMap" and one["metadata"]["name"] == generated["name"]]
    other["data"] |= data


def _meant(resource: Tree, target: Tree) -> bool:
    metadata = resource["metadata"]
    if resource["kind"] != target["kind"] or not re.fullmatch(target.get("name", ".*"), metadata["name"]):
        return False
    label, _, values = target.get("labelSelector", "").replace(" in ", "=").replace(" ", "").partition("=")
    return not label or metadata.get("labels", {}).get(label) in values.strip("()").split(",")


def _merge(into: Tree, change: Tree) -> None:
    for name, value in change.items():
        if isinstance(value, dict) and isinstance(into.get(name), dict):
            _merge(into[name], value)
        elif isinstance(value, list) and name in KEYS and name in into:
            _merge_list(into[name], value, KEYS[name])
        else:
            into[name] = deepcopy(value)


def _merge_list(into: list[Tree], change: list[Tree], key: str) -> None:
    for entry in change:
        if same := next((one for one in into if one[key] == entry[key]), None):
            _merge(same, entry)
        else:
            into.append(deepcopy(entry))


def generated_by(*overlays: Kustomization) -> set[str]:
    """The names to which Kustomize adds a hash."""
    tables = [overlay.table for overlay in overlays]
    made = [
        one for table in tables for part in ("configMapGenerator", "secretGenerator") for one in table.get(part, ())
    ]
    return {"make-databases", *(one["name"] for one in made)}


def plain(one: Tree, generated: set[str]) -> str:
    """A resource without the hashes behind generated names, and with its lists in one order."""

    def simplified(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                name: simplified(part) for name, part in sorted(value.items()) if name != "type" or part != "Opaque"
            }
        if isinstance(value, list):
            return sorted(map(simplified, value), key=str) if value and isinstance(value[0], dict) else value
        name = str(value).rpartition("-")[0]
        return name if isinstance(value, str) and name in generated and len(value) == len(name) + 11 else value

    return json.dumps(simplified({**one, "data": {key: value or "" for key, value in one.get("data", {}).items()}}))
