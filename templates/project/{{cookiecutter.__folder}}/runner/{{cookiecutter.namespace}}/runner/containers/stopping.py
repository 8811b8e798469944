"""Stop a stage in containers: all of its containers, none of its volumes."""

from {{ cookiecutter.namespace }}.runner.containers.compose import Compose


def stop(compose: Compose, *, seconds: int | None = None, forget_data: bool = False) -> bool:
    """End and remove the containers; with `forget_data`, the volumes too. Returns whether there was any of them."""
    there = bool(compose.containers())
    if compose.variables.exists():
        arguments = ["--timeout", str(seconds)] if seconds is not None else []
        compose.run("down", "--remove-orphans", *arguments, *(["--volumes"] if forget_data else []))
    compose.folder.record.unlink(missing_ok=True)
    return there
