"""Where each model lives, tried on databases that are really apart."""

from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connections, models, router
from django.test import TestCase

from {{ cookiecutter.namespace }}.kit.transactions import atomic_for, on_commit_for
from {{ cookiecutter.namespace }}.service.backoffice.router import home_of
from {{ cookiecutter.namespace }}.service.coupon.models import Redemption
from {{ cookiecutter.namespace }}.service.player.models import Grant, Player, Possession
from {{ cookiecutter.namespace }}.service.vid.models import Vid

pytestmark = pytest.mark.django_db(databases="__all__")
ALL = apps.get_models(include_auto_created=True)
OURS = [model for model in ALL if model._meta.app_config.name.startswith("{{ cookiecutter.namespace }}.service.")]
ALIASES = list(connections)
label = lambda model: model._meta.label  # noqa: E731 - a name for pytest's ids


def tables(alias: str) -> set[str]:
    connection = connections[alias]
    with connection.cursor() as cursor:
        return {table.name for table in connection.introspection.get_table_list(cursor)}


def test_each_service_has_a_database_and_app_and_archive_share_one() -> None:
    homes = {model._meta.app_label: home_of(model._meta.app_label) for model in OURS}

    assert homes == {
        "vid": "{{ cookiecutter.namespace }}.service.vid",
        "player": "{{ cookiecutter.namespace }}.service.player",
        "coupon": "{{ cookiecutter.namespace }}.service.coupon",
        "notice": "{{ cookiecutter.namespace }}.service.notice",
        "link": "{{ cookiecutter.namespace }}.service.link",
        "app": "{{ cookiecutter.namespace }}.service.app",
        "archive": "{{ cookiecutter.namespace }}.service.app",
        "permitter": "{{ cookiecutter.namespace }}.service.permitter",
    }


@pytest.mark.parametrize("model", ALL, ids=label)
def test_a_table_is_in_its_own_database_and_in_no_other(model: type[models.Model]) -> None:
    there = {alias for alias in ALIASES if model._meta.db_table in tables(alias)}

    assert there == {home_of(model._meta.app_label)}


@pytest.mark.parametrize("model", ALL, ids=label)
def test_it_is_read_written_and_migrated_there_alone(model: type[models.Model]) -> None:
    home = home_of(model._meta.app_label)

    assert router.db_for_read(model) == home
    assert router.db_for_write(model) == home
    assert [alias for alias in ALIASES if router.allow_migrate_model(alias, model)] == [home]


@pytest.mark.parametrize("model", ALL, ids=label)
def test_a_question_goes_to_that_database_and_to_no_other(model: type[models.Model]) -> None:
    asked = []
    for alias in ALIASES:
        connections[alias].execute_wrappers.append(
            lambda execute, *query, alias=alias: asked.append(alias) or execute(*query)
        )
    try:
        list(model._default_manager.all()[:1])
    finally:
        for alias in ALIASES:
            connections[alias].execute_wrappers.pop()

    assert asked == [home_of(model._meta.app_label)]


@pytest.mark.parametrize("model", OURS, ids=label)
def test_a_transaction_and_what_follows_it_are_on_that_database(model: type[models.Model]) -> None:
    home = home_of(model._meta.app_label)
    before = {alias: len(connections[alias].atomic_blocks) for alias in ALIASES}
    done = []

    with TestCase.captureOnCommitCallbacks(using=home, execute=True), atomic_for(model):
        on_commit_for(model, lambda: done.append(home))
        opened = [alias for alias in ALIASES if len(connections[alias].atomic_blocks) > before[alias]]

    assert opened == [home]
    assert done == [home]


def test_what_is_written_is_found_in_the_services_database_by_whoever_looks_there() -> None:
    player = Player.objects.create(vid_id=uuid4(), nickname="Otter")

    with connections["{{ cookiecutter.namespace }}.service.player"].cursor() as cursor:
        cursor.execute("SELECT nickname FROM player_player")
        found = cursor.fetchall()

    assert player._state.db == "{{ cookiecutter.namespace }}.service.player"
    assert found == [("Otter",)]


def test_rows_of_one_database_may_point_to_each_other() -> None:
    player = Player.objects.create(vid_id=uuid4(), nickname="Otter")

    Possession.objects.create(player=player, item="gem", count=1)

    assert player.possessions.get().count == 1


def test_a_row_of_another_database_cannot_be_pointed_to() -> None:
    device = Vid.objects.create()
    player = Player.objects.create(vid_id=device.pk, nickname="Otter")

    assert not router.allow_relation(player, device)
    with pytest.raises(ValueError, match="the current database router prevents this relation"):
        LogEntry.content_type.__set__(LogEntry(), _as_if(ContentType, "{{ cookiecutter.namespace }}.service.coupon"))
    with pytest.raises(ValueError, match="the current database router prevents this relation"):
        Grant(key=uuid4(), items=[]).player = _as_if(Player, "default")


def _as_if(model: type[models.Model], alias: str) -> models.Model:
    """A row that says it came from another database than its own, as one read by `using(...)` does."""
    row = model(pk=1 if model is ContentType else uuid4())
    row._state.db = alias
    row._state.adding = False
    return row


def test_an_id_is_what_reaches_across() -> None:
    assert not Redemption._meta.get_field("player_id").is_relation
    assert not Player._meta.get_field("vid_id").is_relation


def test_an_app_that_the_table_does_not_know_lives_in_default() -> None:
    assert home_of("something_new") == "default"


def test_an_alias_that_the_table_does_not_know_gets_no_table() -> None:
    assert not router.allow_migrate("replica", "player")
    assert not router.allow_migrate("replica", "auth")
