"""A project to make services in: a copy of the one that these tests are in, whichever of the two layouts it has."""

import shutil
from pathlib import Path

import pytest

from clever.runner.places import find_root
from clever.scaffolding.layout import Layout
from clever.scaffolding.making import make
from clever.scaffolding.service import Service

HERE = Layout.find(find_root(Path(__file__).parent))
EVERY_TYPE = "player_id:uuid, title:str, remark:text, height:int, level:decimal, spring:bool, due:date, at:datetime"
# What a service is made of or told to, seen from `home`; and the same seen from the root.
NEEDED = ("contracts", "services", "stages", "every_app.py")
AT_THE_ROOT = ("templates", "pyproject.toml", "workbook/testing.py")
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*_cache", "*.sqlite3*", "node_modules", "var")


def copy_of_the_project(target: Path) -> Layout:
    """The parts of it that matter here, in `target`."""
    home = target / HERE.home.relative_to(HERE.root)
    for source, copy in (
        *((HERE.home / name, home / name) for name in NEEDED),
        *((HERE.root / name, target / name) for name in AT_THE_ROOT),
    ):
        if source.is_dir():
            shutil.copytree(source, copy, ignore=LEFT_OUT)
        elif source.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
    return Layout.find(target)


def wished(layout: Layout, name: str, **wishes: object) -> Service:
    """A service that joins composition."""
    return Service.wished(name, **{"stage": "composition", "layout": layout} | wishes)  # type: ignore[arg-type]


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A project of one's own."""
    return copy_of_the_project(tmp_path)


@pytest.fixture(scope="session")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """A project in which composition has three services more; the last of them calls the first. To be looked at.

    The second one's records hold next to nothing, and those of the third a field of every type.
    """
    layout = copy_of_the_project(tmp_path_factory.mktemp("grown"))
    make(wished(layout, "sightings", title="Sightings", title_ko="목격담", calls=("player", "coupon")), layout)
    make(wished(layout, "tides", calls=("vid",), fields="height:int"), layout)
    make(wished(layout, "harbours", calls=("sightings", "notice"), fields=EVERY_TYPE), layout)
    return layout


def content(layout: Layout) -> dict[str, bytes]:
    """Every file of a project."""
    return {layout.shown(file): file.read_bytes() for file in sorted(layout.root.rglob("*")) if file.is_file()}
