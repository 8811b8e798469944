import sys
from pathlib import Path
from subprocess import run

import polib
import pytest

from clever.scaffolding.errors import Refused
from clever.scaffolding.finishing import finish, formatted, make_migration, tidy
from clever.scaffolding.layout import Layout
from clever.scaffolding.making import make
from clever.scaffolding.template import DISTRIBUTION, Template

from .conftest import EVERY_TYPE, HERE, wished


@pytest.fixture
def tides(layout: Layout) -> Path:
    """A service's distribution."""
    make(wished(layout, "tides"), layout)
    return layout.services / "tides"


def test_after_a_change_one_command_makes_the_migration_and_compiles_the_messages(tides: Path) -> None:
    package = tides / "clever/service/tides"
    models, catalogue = package / "models.py", package / "locale/ko/LC_MESSAGES/django.po"
    models.write_text(models.read_text().replace("max_length=200", "max_length=300"))
    catalogue.write_text(catalogue.read_text().replace("제목", "이름"))

    done = run(
        [sys.executable, "-m", "clever.scaffolding.finishing", str(tides)], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert [file.name for file in sorted(package.glob("migrations/0*.py"))] == [
        "0001_initial.py",
        "0002_alter_record_title.py",
    ]
    assert polib.mofile(str(catalogue.with_suffix(".mo"))).find("title").msgstr == "이름"


def test_what_is_finished_stays_as_it_is(tides: Path) -> None:
    before = {file: file.read_bytes() for file in tides.rglob("*") if file.is_file()}

    finish(tides)

    assert {file: file.read_bytes() for file in tides.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize("fields", ["", EVERY_TYPE, "height:int"])
def test_the_first_migration_is_what_django_makes_of_the_models(tmp_path: Path, fields: str) -> None:
    distribution = Template.of(wished(HERE, "tides", fields=fields), HERE.template).render(DISTRIBUTION, tmp_path)
    tidy(distribution)
    folder = distribution / "clever/service/tides/migrations"
    first = folder / "0001_initial.py"
    of_the_template = first.read_text()

    make_migration(distribution, "tides")
    assert [file.name for file in folder.glob("0*.py")] == [first.name]

    first.unlink()
    make_migration(distribution, "tides")
    tidy(distribution)
    assert first.read_text().splitlines()[1:] == of_the_template.splitlines()[1:]  # the first one tells of its maker


def test_a_folder_that_is_no_service_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is no service"):
        finish(tmp_path)


def test_models_that_cannot_be_read_are_told_in_one_line(tides: Path) -> None:
    (tides / "clever/service/tides/models.py").write_text("from nowhere import models\n")

    with pytest.raises(Refused, match=r"makemigrations fails on what was made: .*nowhere") as refused:
        finish(tides)

    assert "\n" not in str(refused.value)


def test_imports_are_in_order_whatever_a_service_is_called(tmp_path: Path) -> None:
    file = tmp_path / "code.py"
    file.write_text("from clever.zoo import a\nfrom clever.contracts import b\nimport django\n")

    tidy(tmp_path)

    assert file.read_text() == "import django\n\nfrom clever.contracts import b\nfrom clever.zoo import a\n"


def test_code_that_is_none_is_not_formatted() -> None:
    with pytest.raises(Refused, match="ruff fails"):
        formatted("x = [")
