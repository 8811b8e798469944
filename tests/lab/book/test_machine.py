import getpass
import platform
from pathlib import Path

from lab.book.machine import machine


def test_the_machine_is_described_by_what_a_figure_depends_on():
    found = machine()

    assert found["cpus"] >= 1
    assert found["model"]
    assert found["python"].endswith(platform.python_version())
    assert list(found) == ["cpus", "model", "python", "platform"]


def test_the_machine_says_nothing_of_whose_it_is():
    said = " ".join(map(str, machine().values())).lower().split()

    assert platform.node().lower() not in said
    assert getpass.getuser().lower() not in said
    assert str(Path.home()) not in " ".join(said)
