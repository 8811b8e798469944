import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from clever.runner.containers.images import distributions

SOURCE = Path(__file__).parents[4]

pytestmark = pytest.mark.skipif(not (SOURCE / "stages/split").is_dir(), reason="the stage split is not in this project")


def names(requirement: str) -> set[str]:
    return {folder.relative_to(SOURCE).as_posix() for folder in distributions.folders(SOURCE, requirement)}


def test_a_project_needs_what_all_have_in_common_and_its_own_service():
    assert names("clever-stage-split[coupon]") == {"contracts", "kit", "permittee", "services/coupon", "stages/split"}


def test_the_backoffice_needs_every_service_of_its_stage():
    table = tomllib.loads((SOURCE / "stages/split/pyproject.toml").read_text())["project"]
    services = {f"services/{name}" for name in table["optional-dependencies"] if name != "all"}

    assert len(services) > 7
    assert services <= names("clever-stage-split[backoffice]")


def test_a_project_of_a_stage_that_adds_to_another_needs_both_stages():
    if not (SOURCE / "stages/composition").is_dir():
        pytest.skip("there is no such stage in this project")

    assert names("clever-stage-composition[event]") == {
        *("contracts", "kit", "permittee", "services/event"),
        *("stages/split", "stages/composition"),
    }


def test_what_is_not_there_is_refused_by_its_name():
    with pytest.raises(ValueError, match="clever-stage-split has no extra kupon; it has: vid, player"):
        distributions.folders(SOURCE, "clever-stage-split[kupon]")
    with pytest.raises(ValueError, match="there is no distribution clever-stage-spilt"):
        distributions.folders(SOURCE, "clever-stage-spilt")


def test_as_a_program_it_needs_nothing_but_python():
    command = [sys.executable, "-I", "-S", distributions.__file__, str(SOURCE), "clever-stage-split[vid]"]

    done = subprocess.run(command, capture_output=True, text=True)

    assert done.stdout.splitlines() == [str(each) for each in distributions.folders(SOURCE, "clever-stage-split[vid]")]
