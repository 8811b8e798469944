"""Everything before the first request, in one command: tables, two members of staff, one campaign."""

import os
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import Permission, User
from django.core.management import call_command
from django.core.management.base import BaseCommand

from ...models import Campaign


class Command(BaseCommand):
    help = "Migrate; make `mina`, who may do all, and `ben`, who may look, with the password in STAFF_PASSWORD."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        for name, may_do_all in (("mina", True), ("ben", False)):
            user, _ = User.objects.get_or_create(username=name)
            user.is_staff, user.is_superuser = True, may_do_all
            user.set_password(os.environ["STAFF_PASSWORD"])
            user.save()
            user.user_permissions.add(Permission.objects.get(codename="view_campaign"))
        begins, ends = datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
        Campaign.objects.get_or_create(name="Winter", defaults={"starts_at": begins, "ends_at": ends})
