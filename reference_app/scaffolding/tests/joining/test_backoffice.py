import ast

from clever.runner.stagefile import load_stage
from clever.scaffolding.joining.backoffice import with_service
from clever.scaffolding.layout import Layout
from clever.scaffolding.service import Service

BENEATH = """\
from split.backoffice import settings as split
from split.backoffice.settings import *  # noqa: F403

INSTALLED_APPS = [*split.INSTALLED_APPS]
ROUTER_CONFIG = {**split.ROUTER_CONFIG}
DATABASES = {**split.DATABASES}
SERVICES = {**split.SERVICES}
"""


def tea(layout: Layout) -> Service:
    return Service("tea", "Tea", "Tea", (), load_stage("composition", layout.root))


def imported(source: str) -> list[str]:
    return [name.name for one in ast.parse(source).body if isinstance(one, ast.ImportFrom) for name in one.names]


def test_the_backoffice_knows_one_app_and_opens_one_database_more(layout: Layout) -> None:
    source = with_service(BENEATH, tea(layout))

    assert 'INSTALLED_APPS = [*split.INSTALLED_APPS, "clever.service.tea"]' in source
    assert 'ROUTER_CONFIG = {**split.ROUTER_CONFIG, "tea": "clever.service.tea"}' in source
    assert 'SERVICES = {**split.SERVICES, "tea": env.seam("TEA_URL")}' in source
    assert '"TEA_DATABASE_URL"' in source


def test_one_that_added_nothing_yet_imports_what_an_addition_needs_and_once(layout: Layout) -> None:
    source = with_service(with_service(BENEATH, tea(layout)), tea(layout))

    assert sorted(imported(source)) == ["*", "HERE", "database", "env", "settings", "sqlite_url"]


def test_one_that_imports_it_already_imports_nothing_more(layout: Layout) -> None:
    there = (layout.home / "stages/split/split/backoffice/settings.py").read_text()

    assert imported(with_service(there, tea(layout))) == imported(there)
