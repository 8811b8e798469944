"""Descriptions of a service that makes tea, and what becomes of its clients between two of them."""

from typing import Any

from clever.contracts.compatibility.canonical import Description, canonical
from clever.contracts.compatibility.comparing import compare

PATH = "/api/kettle/kettles"
SCHEMES = {"device": {"type": "http", "scheme": "bearer"}, "service": {"type": "http", "scheme": "basic"}}


def described(paths: dict[str, Any], *, schemas: Any = (), schemes: Any = (), problems: Any = ()) -> Description:
    """A description, with whatever schemas it has names for."""
    components = {"schemas": dict(schemas), "securitySchemes": dict(schemes)}
    return canonical({"openapi": "3.1.0", "paths": paths, "components": components, "x-problems": dict(problems)})


def kettle(*, path: str = PATH, method: str = "post", schemas: Any = (), schemes: Any = (), **said: Any) -> Description:
    """A description with one operation, of which `said` says more."""
    said.setdefault("responses", {"200": {"description": "OK"}})
    return described({path: {method: said}}, schemas=schemas, schemes=schemes)


def parameter(schema: Any, *, place: str = "query", name: str = "size", required: bool = False, **said: Any) -> Any:
    return {"in": place, "name": name, "required": required, "schema": schema, **said}


def content(schema: Any, form: str = "application/json") -> dict[str, Any]:
    return {"content": {form: {"schema": schema}}}


def fields(*required: str, **properties: Any) -> dict[str, Any]:
    """The schema of an object."""
    return {"type": "object", "properties": properties, "required": list(required)}


def breaks(old: Description | None, new: Description | None) -> list[str]:
    """What an older client cannot bear, without why."""
    return [change.told.removeprefix("kettle: ") for change in compare("kettle", old, new) if change.breaks]


def news(old: Description | None, new: Description | None) -> list[str]:
    """What it can."""
    return [change.told.removeprefix("kettle: ") for change in compare("kettle", old, new) if not change.breaks]
