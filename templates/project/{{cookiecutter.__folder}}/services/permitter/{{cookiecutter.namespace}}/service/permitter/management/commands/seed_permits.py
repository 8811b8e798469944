"""`manage.py seed_permits`: the callers and permits that a stage begins with."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from pydantic import ValidationError

from {{ cookiecutter.namespace }}.kit.environment import Environment
from {{ cookiecutter.namespace }}.service.permitter.actions import UnknownCaller
from {{ cookiecutter.namespace }}.service.permitter.seeding import NotOfASeed, Seed, plant


class Command(BaseCommand):
    """The seed comes from the environment, and holds digests: no secret passes through here."""

    help = "Plant the callers and permits in PERMITS_SEED (JSON). Safe to repeat: what people have changed stays."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            seed = Seed.model_validate_json(Environment().str("PERMITS_SEED", default=""))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"])) or "all of it"
            raise CommandError(f"PERMITS_SEED is missing or malformed: {where}: {first['msg']}") from None
        try:
            callers, permits = plant(seed)
        except UnknownCaller as problem:
            raise CommandError(f"PERMITS_SEED: {problem.detail}; add it to the seed's callers") from None
        except NotOfASeed as problem:
            raise CommandError(f"PERMITS_SEED: {problem.detail}") from None
        self.stdout.write(f"seed_permits: {callers} callers and {permits} permits planted")
