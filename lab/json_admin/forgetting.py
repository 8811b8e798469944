"""A field has to be named in many places. What if somebody forgets one of them?"""

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from lab.display import Shown, Table
from lab.json_admin.copying import Edit, copy, insert

SCRIPT = Path(__file__).with_name("round_trip.py")
VALUE = "for staff only"


class Forgetting(Shown):
    """For each line that was left out, what somebody notices of it."""

    def __init__(self, edits: Sequence[Edit], lost: Sequence[str | None]) -> None:
        self.edits = list(edits)
        self.lost = list(lost)  # what is lost without a word, or None where an error says so

    @property
    def silent(self) -> int:
        """How many of the lines can be forgotten without any error."""
        return sum(one is not None for one in self.lost)

    def table(self) -> Table:
        rows = [
            # A project and a file's name are enough, and leave room for the rest on a telephone.
            [f"{file.split('/')[0]}/{Path(file).name}", new, "an error" if lost is None else f"no error; {lost}"]
            for (file, _, new), lost in zip(self.edits, self.lost, strict=True)
        ]
        return Table(["file", "the line that is forgotten", "what you get"], rows)

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()


def round_trip(folder: Path, field: str, value: str = VALUE) -> str | None:
    """Carry a campaign with this value through a copy of the two projects, from the form to the list.

    Returns what was lost on the way without a word, "" if nothing, and None where there was an error.
    """
    command = [sys.executable, str(SCRIPT), field, value]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return ", and ".join(done.stdout.splitlines()) if done.returncode == 0 else None


def forgetting(field: str, shared: Sequence[Edit], edits: Sequence[Edit]) -> Forgetting:
    """Leave out each of the `edits` in turn, in a copy of its own that has all the others and what is `shared`."""

    def without(left_out: int | None) -> str | None:
        with TemporaryDirectory(prefix="lab-forgetting-") as folder:
            place = copy(Path(folder) / "two")
            insert(place, [*shared, *(edit for number, edit in enumerate(edits) if number != left_out)])
            return round_trip(place, field)

    with ThreadPoolExecutor(2) as pool:
        return Forgetting(edits, list(pool.map(without, range(len(edits)))))
