"""Commands that could change a service's database from here, and may not."""

from io import StringIO
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from {{ cookiecutter.namespace }}.service.backoffice.router import home_of
from {{ cookiecutter.namespace }}.service.player.models import Player

pytestmark = pytest.mark.django_db(databases="__all__")
SERVICES = sorted(set(connections) - {"default"})


def recorded(alias: str) -> set[tuple[str, str]]:
    """What a database believes to have been applied to it."""
    return set(MigrationRecorder(connections[alias]).applied_migrations())


def tables(alias: str) -> list[str]:
    return sorted(connections[alias].introspection.table_names())


@pytest.mark.parametrize("alias", SERVICES)
@pytest.mark.parametrize(
    "options", [[], ["--fake"], ["--run-syncdb"], ["--plan"]], ids=lambda options: " ".join(options)
)
def test_migrate_refuses_a_services_database(alias: str, options: list[str]) -> None:
    before = recorded(alias), tables(alias)

    with pytest.raises(CommandError, match=f"migrate: '{alias}' is not the backoffice's to change"):
        call_command("migrate", *options, database=alias)

    assert (recorded(alias), tables(alias)) == before


def test_why_it_refuses_is_said_in_one_line() -> None:
    with pytest.raises(CommandError) as refusal:
        call_command("migrate", database="{{ cookiecutter.namespace }}.service.coupon")

    assert str(refusal.value) == (
        "migrate: '{{ cookiecutter.namespace }}.service.coupon' is not the backoffice's to change: a router skips tables, and still records "
        "their migrations as applied. Run it in that service."
    )


def test_nothing_that_the_backoffice_does_changes_what_a_service_believes_of_itself(staff: Client) -> None:
    before = {alias: (recorded(alias), tables(alias)) for alias in SERVICES}

    call_command("migrate", verbosity=0)
    call_command("check")
    call_command("check", databases=list(connections))
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)
    call_command("showmigrations", database="{{ cookiecutter.namespace }}.service.coupon", stdout=StringIO())
    get_wsgi_application()
    for path in ("/admin/", "/admin/coupon/campaign/", "/admin/player/player/", "/staff/players/?q=otter", "/readyz"):
        assert staff.get(path).status_code == 200

    assert {alias: (recorded(alias), tables(alias)) for alias in SERVICES} == before


@pytest.mark.parametrize("alias", SERVICES)
def test_a_service_has_its_own_migrations_on_record_and_no_others(alias: str) -> None:
    assert {home_of(app) for app, _ in recorded(alias)} == {alias}


def test_default_has_no_services_table() -> None:
    call_command("migrate", verbosity=0)

    labels = {table.partition("_")[0] for table in tables("default")}
    assert labels == {"auth", "django"}


def test_content_types_and_permissions_of_all_apps_are_in_default() -> None:
    for label in settings.ROUTER_CONFIG:
        assert ContentType.objects.using("default").filter(app_label=label).exists(), label
        assert Permission.objects.using("default").filter(content_type__app_label=label).exists(), label
    assert Permission.objects.filter(codename="make_codes").exists()


@pytest.mark.parametrize("alias", SERVICES)
def test_flush_refuses_a_services_database(alias: str) -> None:
    with pytest.raises(CommandError, match="it would delete every row of a service"):
        call_command("flush", interactive=False, database=alias)


def test_flush_of_the_backoffices_own_leaves_every_service_alone(staff: Client) -> None:
    Player.objects.create(vid_id=uuid4(), nickname="Otter")

    call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)

    assert Player.objects.filter(nickname="Otter").exists()
    assert staff.get("/admin/").status_code == 302  # nobody is logged in any more


def test_a_services_migrations_are_not_written_here() -> None:
    with pytest.raises(CommandError, match="coupon: a service's migrations are written in its project"):
        call_command("makemigrations", "coupon", dry_run=True)


def test_makemigrations_looks_at_the_backoffices_own_apps_alone() -> None:
    said = StringIO()

    call_command("makemigrations", dry_run=True, stdout=said)

    assert "No changes detected" in said.getvalue()
    assert "coupon" not in said.getvalue()
