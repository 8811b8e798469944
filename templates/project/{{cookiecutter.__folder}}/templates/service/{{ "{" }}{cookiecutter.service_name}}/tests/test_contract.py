{{ "{" }}%- set class = cookiecutter.__class -%}
"""Both clients keep one contract."""

from typing import Any

import pytest

from {{ cookiecutter.namespace }}.contracts.{{ "{" }}{ cookiecutter.service_name }} import Http{{ "{" }}{ class }}
from {{ cookiecutter.namespace }}.contracts.testing.{{ "{" }}{ cookiecutter.service_name }} import {{ "{" }}{ class }}Contract
from {{ cookiecutter.namespace }}.service.{{ "{" }}{ cookiecutter.service_name }}.local import Client


class TestLocalClient({{ "{" }}{ class }}Contract):
    @pytest.fixture
    def client(self, db: None) -> Client:
        return Client()


class TestHttpClient({{ "{" }}{ class }}Contract):
    @pytest.fixture
    def client(self, db: None, over_http: Any) -> Http{{ "{" }}{ class }}:
        return over_http(Http{{ "{" }}{ class }}, "{{ "{" }}{ cookiecutter.service_name }}")
