"""Which tests run on the same worker."""

import pytest
from xdist.scheduler import LoadFileScheduling

from workbook.sharing import STAGES, Sharing, unit_of


@pytest.mark.parametrize(
    ("test", "unit"),
    [
        ("tests/lab/test_init.py::TestIt::test_it[a/b]", "tests/lab/test_init.py"),
        ("reference_app/stages/split/tests/test_killing.py::test_it", "reference_app/stages/split"),
        ("reference_app/stages/split/tests/test_running.py::test_it", "reference_app/stages/split"),
        ("reference_app/stages/monolith/tests/test_memory.py::test_it[reference_app]", "reference_app/stages/monolith"),
        ("tests/stages/test_moving.py::test_it", "tests/stages/test_moving.py"),
    ],
)
def test_a_file_stays_together_and_so_does_a_stage(test: str, unit: str) -> None:
    assert unit_of(test) == unit


def test_xdist_still_asks_what_a_test_stays_together_with() -> None:
    scheduler = Sharing.__new__(Sharing)  # to be made, it wants workers

    assert hasattr(LoadFileScheduling, "_split_scope")
    assert scheduler._split_scope("reference_app/stages/split/tests/test_running.py::test_it") == f"{STAGES}split"
