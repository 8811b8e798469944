"""The stand-in is no kinder than the service: it passes the same tests."""

import pytest

from {{ cookiecutter.namespace }}.contracts.testing.notice import NoticeContract, StandInNotice


class TestStandInNotice(NoticeContract):
    @pytest.fixture
    def client(self) -> StandInNotice:
        return StandInNotice()
