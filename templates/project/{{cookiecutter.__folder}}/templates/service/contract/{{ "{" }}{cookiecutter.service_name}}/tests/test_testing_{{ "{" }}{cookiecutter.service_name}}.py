{{ "{" }}%- set class = cookiecutter.__class -%}
"""The stand-in is no kinder than the service: it passes the same tests."""

import pytest

from {{ cookiecutter.namespace }}.contracts.testing.{{ "{" }}{ cookiecutter.service_name }} import {{ "{" }}{ class }}Contract, StandIn{{ "{" }}{ class }}


class TestStandIn{{ "{" }}{ class }}({{ "{" }}{ class }}Contract):
    @pytest.fixture
    def client(self) -> StandIn{{ "{" }}{ class }}:
        return StandIn{{ "{" }}{ class }}()
