{%- set class = cookiecutter.first_service.capitalize() -%}
"""The stand-in is no kinder than the service: it passes the same tests."""

import pytest

from {{ cookiecutter.namespace }}.contracts.testing.{{ cookiecutter.first_service }} import {{ class }}Contract, StandIn{{ class }}


class TestStandIn{{ class }}({{ class }}Contract):
    @pytest.fixture
    def client(self) -> StandIn{{ class }}:
        return StandIn{{ class }}()
