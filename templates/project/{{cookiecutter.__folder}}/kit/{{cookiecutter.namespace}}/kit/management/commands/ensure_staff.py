"""`manage.py ensure_staff`: the roles, and one superuser to begin with."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from {{ cookiecutter.namespace }}.kit.environment import Environment
from {{ cookiecutter.namespace }}.kit.roles import make_roles


class Command(BaseCommand):
    """Name and password come from the environment, so that they are in no shell history and no process list."""

    help = "Make the roles, and a superuser from STAFF_NAME and STAFF_PASSWORD. Safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        env = Environment()
        name, password = env.str("STAFF_NAME", default=""), env.str("STAFF_PASSWORD", default="")
        if not name or not password:
            raise CommandError("STAFF_NAME and STAFF_PASSWORD must both be set in the environment")
        roles = make_roles()
        users = get_user_model()._default_manager
        user, made = users.get_or_create(username=name, defaults={"is_staff": True, "is_superuser": True})
        if made or not user.check_password(password):
            user.set_password(password)
            user.save()
        self.stdout.write(f"staff: {name} and {len(roles)} roles")
