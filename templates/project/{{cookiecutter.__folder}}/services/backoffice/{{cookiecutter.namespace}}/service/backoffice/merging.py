"""OpenAPI documents of several services, made into one."""

import json
from collections.abc import Mapping
from typing import Any

type Document = Mapping[str, Any]
type Components = dict[str, dict[str, Any]]  # section, name, what it is


def merged(documents: Mapping[str, Document]) -> dict[str, Any]:
    """The `paths` and `components` of services' documents, by the service's name.

    What has the same name and is the same is there once. What has the same name and is something else is renamed to
    `service.name`, and so is whatever speaks of it.
    """
    paths: dict[str, Any] = {}
    components: Components = {}
    for service, document in documents.items():
        own: Components = document.get("components", {})
        names = _renamed(service, own, components)
        for section, entries in own.items():
            there = components.setdefault(section, {})
            for name, entry in entries.items():
                there[names.get((section, name), name)] = _rewritten(entry, names)
        paths |= {path: _rewritten(methods, names) for path, methods in document.get("paths", {}).items()}
    return {"paths": paths, "components": components}


def _renamed(service: str, own: Components, there: Components) -> dict[tuple[str, str], str]:
    """The new names of what would collide, by section and old name."""
    shared = [(section, name) for section, entries in own.items() for name in entries if name in there.get(section, {})]
    collide = {(section, name) for section, name in shared if own[section][name] != there[section][name]}
    while True:
        # What reads the same is not the same where it speaks of something that is not.
        more = {
            (section, name)
            for section, name in shared
            if (section, name) not in collide and any(_speaks_of(own[section][name], each) for each in collide)
        }
        if not more:
            return {(section, name): f"{service}.{name}" for section, name in collide}
        collide |= more


def _reference(section: str, name: str) -> str:
    return f"#/components/{section}/{name}"


def _speaks_of(entry: Any, which: tuple[str, str]) -> bool:
    return json.dumps(_reference(*which)) in json.dumps(entry)


def _rewritten(value: Any, names: dict[tuple[str, str], str]) -> Any:
    """`value` with the new names in it."""
    if not names:
        return value
    references = {_reference(*old): _reference(old[0], new) for old, new in names.items()}
    schemes = {name: new for (section, name), new in names.items() if section == "securitySchemes"}

    def rewrite(value: Any, under: str = "") -> Any:
        if isinstance(value, str):
            return references.get(value, value)
        if isinstance(value, list):
            return [rewrite(each, under) for each in value]
        if not isinstance(value, dict):
            return value
        # A requirement, {"scheme": [scopes]}, names its scheme without a reference.
        own = schemes if under == "security" else {}
        return {own.get(key, key): rewrite(each, key) for key, each in value.items()}

    return rewrite(value)
