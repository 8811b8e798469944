"""An environment has its own version of one package, and borrows the rest."""

from pathlib import Path

import pytest

from lab.errors import LabError
from lab.index import small_wheel
from lab.skew import Environment


def test_its_own_package_goes_before_the_workbooks_and_the_rest_is_the_workbooks(tmp_path: Path) -> None:
    environment = Environment(tmp_path / "own")
    environment.install(small_wheel("httpx2", "99.0", "SIZE = 3\n", folder=tmp_path))

    assert environment.versions() == {"httpx2": "99.0"}
    assert environment.says("import httpx2, django; print(httpx2.SIZE, django.VERSION > (6,))") == "3 True"


def test_an_error_is_said_too(tmp_path: Path) -> None:
    assert Environment(tmp_path / "own").says("import a_package_of_nobody").startswith("ModuleNotFoundError")


def test_without_an_index_nothing_is_fetched(tmp_path: Path) -> None:
    with pytest.raises(LabError, match="a-package-of-nobody"):
        Environment(tmp_path / "own").install("a-package-of-nobody")
