"""Two projects of the stage `split` that share a table: coupon, whose it is, and the backoffice, which opens it too."""

import atexit
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Self

from lab.display import Shown
from lab.errors import LabError
from lab.running.processes import Process
from lab.skew.asked import Asked, State
from lab.skew.asking import ENOUGH, Asking
from lab.skew.complaints import complaint
from lab.skew.layout import Layout, lay_out
from lab.skew.package import Package
from lab.skew.questions import OfBackoffice, OfCoupon

_open: "list[TwoProjects]" = []


class TwoProjects(Shown):
    """coupon and the backoffice, each with a process and an environment of its own, both at the same version at first.

    Beside them runs the permitter, without which nobody may ask coupon anything. They have nothing to do with a stage
    that is up: their databases are in the lesson's folder. Use it with `with`, or call `close()`.
    """

    def __init__(self, layout: Layout, first: Package) -> None:
        self._layout = layout
        self.folder = layout.folder
        self._running: dict[str, Process] = {}
        self._versions: dict[str, str] = {}
        self._tables = [first]
        self._moving = ""
        self._ending = ThreadPoolExecutor(3)
        self._asking: Asking | None = None
        _open.append(self)
        try:
            self._running["permitter"] = layout.serve("permitter", layout.environment("permitter", None))
            for project in ("coupon", "backoffice"):
                self.deploy(project, first)
            self._coupon = OfCoupon(lambda: self._running["coupon"].url, layout.caller)
            self._backoffice = OfBackoffice(lambda: self._running["backoffice"].url, layout.staff)
            if not self._backoffice.log_in():
                raise LabError("the backoffice let nobody in", detail=self._running["backoffice"].log())
        except BaseException:
            self.close()
            raise

    @property
    def state(self) -> State:
        """Which version the table has now, and which each project."""
        return State(self._moving or self._tables[-1].name, self._versions["coupon"], self._versions["backoffice"])

    @property
    def database(self) -> Path:
        """coupon's database."""
        return self._layout.database("coupon")

    def deploy(self, project: str, package: Package, *, index: str = "") -> None:
        """Give a project this version of coupon's package: a new process, beside the old one until it answers.

        With the URL of an `index` it is installed from there, by its number; else its wheel is.
        Raises LabError where it does not start; then the old one serves on.
        """
        self._must_be_open()
        wanted = f"{package.distribution}=={package.name}" if index else package.wheel()
        where = ["--default-index", index] if index else []
        new = self._layout.serve(project, self._layout.environment(project, wanted, *where))
        old = self._running.get(project)
        self._running[project], self._versions[project] = new, package.name
        self._settle()  # whoever was on the way to the old one has been there
        if old is not None:
            self._ending.submit(old.stop)  # it may take its time: nobody waits for it any more

    def migrate(self, package: Package) -> None:
        """Run `manage.py migrate` as the coupon project does with this version."""
        self._move(package, package, package.migrations[-1])
        self._tables.append(package)
        self._moving = ""
        self._settle()

    def take_back(self) -> None:
        """Undo the last `migrate`."""
        if len(self._tables) < 2:
            raise LabError("there is no migration to take back")
        last, before = self._tables[-2:][::-1]
        self._move(last, before, before.migrations[-1])
        self._tables.pop()
        self._moving = ""
        self._settle()

    def _move(self, code: Package, to: Package, target: str) -> None:
        """Migrate the table. Meanwhile it is neither what it was nor what it will be."""
        self._must_be_open()
        self._moving = f"{self._tables[-1].name} to {to.name}"
        try:
            self._layout.migrate(code, target)
        except BaseException:
            self._moving = ""
            raise

    def start_over(self) -> None:
        """Bring the table and both projects back to where they began."""
        while len(self._tables) > 1:
            self.take_back()
        for project, version in self._versions.copy().items():
            if version != self._tables[0].name:
                self.deploy(project, self._tables[0])

    @contextmanager
    def asking(self) -> Iterator[Asked]:
        """Ask both all the time while the block works on them. The answers are complete after the block."""
        self._must_be_open()
        asked = Asked()
        asks = {
            ("coupon", "reads"): self._coupon.reads,
            ("coupon", "writes"): self._coupon.writes,
            ("backoffice", "reads"): self._backoffice.reads,
            ("backoffice", "writes"): self._backoffice.writes,
        }
        with Asking(asks, lambda: self.state, self._complaint, asked.answers) as self._asking:
            try:
                self._settle()
                yield asked
            finally:
                self._asking = None

    def ask(self, rounds: int = ENOUGH) -> Asked:
        """Read from each and write to each, `rounds` times."""
        with self.asking() as asked:
            self._settle(rounds)
        return asked

    def close(self) -> None:
        """End all of it. Safe to call twice."""
        if self in _open:
            _open.remove(self)
            for process in self._running.values():
                self._ending.submit(process.stop)
            self._ending.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def text(self) -> str:
        if self not in _open:
            return "coupon and the backoffice are closed."
        state = self.state
        return (
            f"coupon has version {state.coupon}, the backoffice has {state.backoffice}, "
            f"and the table is as {state.table} wants it."
        )

    def html(self) -> str:
        return f'<p class="lab-note">{escape(self.text())}</p>'

    def _must_be_open(self) -> None:
        if self not in _open:
            raise LabError("coupon and the backoffice are closed: start them again with lab.skew.two_projects")

    def _settle(self, rounds: int = ENOUGH) -> None:
        if self._asking is not None:
            self._asking.settle(rounds)

    def _complaint(self, project: str) -> str:
        return complaint(self._running[project].log(400))


def two_projects(first: Package, *, folder: Path | str = "shop") -> TwoProjects:
    """Lay out and start coupon and the backoffice, in `folder`, both with the same version of coupon's package."""
    place = Path(folder).resolve()
    for one in _open.copy():
        if one.folder == place:  # the cell is run again
            one.close()
    return TwoProjects(lay_out(place), first)


@atexit.register
def _close_all() -> None:
    for one in _open.copy():
        one.close()
