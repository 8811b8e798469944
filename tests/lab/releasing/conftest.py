from collections.abc import Iterator
from pathlib import Path

import pytest

import lab
from lab.releasing import Releases


@pytest.fixture(scope="package")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Releases:
    """The monolith as releases, for all tests of this folder. Release 1 is live, and each test leaves it so."""
    return lab.releases("monolith", folder=tmp_path_factory.mktemp("shop"))


@pytest.fixture
def server(shop: Releases) -> Iterator[lab.Process]:
    """The shop's server."""
    with shop.serve() as running:
        yield running
        shop.turn(lab.releasing.Release(shop.folder / "releases" / "1"))


@pytest.fixture
def sources(tmp_path: Path) -> lab.releasing.Release:
    """Release 1 of a very small program."""
    folder = tmp_path / "releases" / "1"
    (folder / "cafe").mkdir(parents=True)
    (folder / "cafe" / "menu.py").write_text("LATTE = 4500\nMOCHA = 5000\nTEA = 4000\n", encoding="utf-8")
    return lab.releasing.Release(folder)
