"""A registry: put an image there, and call it by what is in it from then on."""

import json

from {{ cookiecutter.namespace }}.runner.containers.engine import Engine
from {{ cookiecutter.namespace }}.runner.errors import StageError


def publish(engine: Engine, tag: str, registry: str) -> str:
    """Push an image, and return its name by digest, which can never come to mean another image.

    Raises StageError where the registry is away, refuses it, or has no room.
    """
    there = f"{registry}/{tag}"
    engine.run("tag", tag, there)
    try:
        engine.run("push", there)
    except StageError as error:
        raise StageError(f"{tag} cannot be pushed to {registry}: {error}") from error
    digests: list[str] = json.loads(engine.run("image", "inspect", "--format", "{{ "{" }}{json .RepoDigests}}", there))
    repository = there.rpartition(":")[0]
    for each in digests:
        if each.startswith(f"{repository}@"):
            return each
    raise StageError(f"{registry} took {tag} but gave it no digest; is it a registry?")
