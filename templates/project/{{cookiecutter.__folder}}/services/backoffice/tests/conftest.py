from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from {{ cookiecutter.namespace }}.kit.roles import make_roles
from {{ cookiecutter.namespace }}.service.backoffice.router import home_of


@pytest.fixture(scope="session")
def django_db_setup(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Iterator[None]:
    """A real database for each alias, made by the migrations of the apps that live there, as their services do it.

    Django's own way would migrate each alias from here, which is what our `migrate` refuses.
    """
    folder = tmp_path_factory.mktemp("databases")
    before = {}
    with django_db_blocker.unblock():
        for connection in connections.all():
            project = connection.alias.rpartition(".")[2]
            on_a_server = connection.vendor == "postgresql"
            place = f"backoffice_{project}" if on_a_server else str(folder / f"{project}.sqlite3")
            connection.settings_dict["TEST"]["NAME"] = place
            before[connection.alias] = connection.settings_dict["NAME"]
            connection.creation._create_test_db(verbosity=0, autoclobber=True)
            connection.close()
            connection.settings_dict["NAME"] = place
            migrate_as_the_service_does(connection.alias)
        call_command("migrate", verbosity=0)
        yield
        for alias, name in before.items():
            connections[alias].creation.destroy_test_db(name, verbosity=0)


def migrate_as_the_service_does(alias: str) -> None:
    """Apply the migrations of the apps whose home is `alias`; a service's project has no others."""
    executor = MigrationExecutor(connections[alias])
    executor.migrate([node for node in executor.loader.graph.leaf_nodes() if home_of(node[0]) == alias])


@pytest.fixture
def staff(db: None) -> Client:
    """A superuser at the browser."""
    user = get_user_model().objects.create_superuser("root", password="only for tests")
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def somebody(db: None) -> Callable[[str], Client]:
    """`somebody("support")`: a person of that role at the browser."""

    def log_in(role: str) -> Client:
        make_roles()
        user = get_user_model().objects.create_user(role, password="only for tests", is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        client = Client()
        client.force_login(user)
        return client

    return log_in
