"""What all tests share, beside the plugins that pyproject.toml names."""

from collections.abc import Iterator

import pytest

pytest_plugins = ["workbook.markers"]


@pytest.fixture(scope="session", autouse=True)
def _stages_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever stage a test starts, its data is not the learner's, nor another test worker's."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("STAGES_STATE", str(tmp_path_factory.mktemp("stages")))
        yield
