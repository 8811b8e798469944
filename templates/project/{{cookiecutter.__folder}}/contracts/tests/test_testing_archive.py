import pytest

from {{ cookiecutter.namespace }}.contracts.testing.archive import ArchiveContract, StandInArchive


class TestStandInArchive(ArchiveContract):
    @pytest.fixture
    def client(self) -> StandInArchive:
        return StandInArchive()
