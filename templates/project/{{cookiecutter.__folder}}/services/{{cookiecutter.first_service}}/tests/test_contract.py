{%- set class = cookiecutter.first_service.capitalize() -%}
"""Both clients keep one contract."""

from typing import Any

import pytest

from {{ cookiecutter.namespace }}.contracts.{{ cookiecutter.first_service }} import Http{{ class }}
from {{ cookiecutter.namespace }}.contracts.testing.{{ cookiecutter.first_service }} import {{ class }}Contract
from {{ cookiecutter.namespace }}.service.{{ cookiecutter.first_service }}.local import Client


class TestLocalClient({{ class }}Contract):
    @pytest.fixture
    def client(self, db: None) -> Client:
        return Client()


class TestHttpClient({{ class }}Contract):
    @pytest.fixture
    def client(self, db: None, over_http: Any) -> Http{{ class }}:
        return over_http(Http{{ class }}, "{{ cookiecutter.first_service }}")
