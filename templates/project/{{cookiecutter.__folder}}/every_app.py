{%- set ns = cookiecutter.namespace -%}
{%- set domain = (["vid", "player", "coupon", "notice", "link", "archive", "app"] + (["event"] if cookiecutter.stage == "composition" else [])) if cookiecutter.example == "yes" else [] -%}
"""Settings with every app of ours in one project. Nothing runs on them: mypy reads the models that they name."""

import {{ ns }}.kit.testing.plugin  # noqa: F401 - an environment for settings to start in
from {{ ns }}.kit.testing.settings import *  # noqa: F403
from {{ ns }}.kit.testing.settings import BASE_APPS

INSTALLED_APPS = [
    *BASE_APPS,
    "django_tasks_db",
    "{{ ns }}.kit.outbox",
{%- for app in [cookiecutter.first_service] + domain + (["permitter", "backoffice"] if cookiecutter.stage != "monolith" else []) %}
    "{{ ns }}.service.{{ app }}",
{%- endfor %}
]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# What some projects have, and is read where it is there
CALLEES: list[str] = []
NEEDED_DATABASES: list[str] = []
BREAKERS = True
BUDGET_SECONDS = 2.0
{%- if cookiecutter.stage != "monolith" %}
PERMITTEE_SERVICE = ""
ROUTER_CONFIG: dict[str, str] = {}
SERVICES: dict[str, str] = {}
{%- endif %}
{%- if domain %}
BOARD_ORIGIN = ""
ARCHIVE_URL = NOTICE_URL = COUPON_URL = "local:"
{%- endif %}
