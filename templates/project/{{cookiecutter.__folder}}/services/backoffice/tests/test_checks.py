"""What stops a start."""

from django.conf import settings
from django.core.checks import run_checks
from django.test import override_settings


def found() -> list[tuple[str, str]]:
    return [(message.id, message.msg) for message in run_checks() if str(message.id).startswith("backoffice.")]


def test_there_is_nothing_to_complain_of() -> None:
    assert found() == []


def test_an_app_that_the_table_forgets_is_named() -> None:
    table = {label: alias for label, alias in settings.ROUTER_CONFIG.items() if label != "notice"}

    with override_settings(ROUTER_CONFIG=table):
        assert found() == [("backoffice.E002", "ROUTER_CONFIG does not say which database the app 'notice' lives in.")]


def test_an_alias_without_a_database_is_named() -> None:
    with override_settings(ROUTER_CONFIG={**settings.ROUTER_CONFIG, "link": "{{ cookiecutter.namespace }}.service.lnik"}):
        assert found() == [
            (
                "backoffice.E003",
                "ROUTER_CONFIG sends the app 'link' to '{{ cookiecutter.namespace }}.service.lnik', which is no alias of DATABASES.",
            )
        ]


def test_a_table_that_nobody_reads_is_worth_nothing() -> None:
    with override_settings(DATABASE_ROUTERS=[]):
        assert [id for id, _ in found()] == ["backoffice.E001"]


def test_a_key_that_leaves_its_database_is_named() -> None:
    with override_settings(ROUTER_CONFIG={**settings.ROUTER_CONFIG, "archive": "{{ cookiecutter.namespace }}.service.link"}):
        assert found() == [
            ("backoffice.E004", "app.Version.file points to archive.File, in another database."),
        ]
