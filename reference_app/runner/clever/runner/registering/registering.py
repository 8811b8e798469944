"""Let the permitter of a running stage take in a service of another project."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from clever.runner.errors import StageError
from clever.runner.joined import SECRET, URL, joined_variable
from clever.runner.needs import permitters
from clever.runner.places import StageFolder, find_root
from clever.runner.record import Record, running_record
from clever.runner.registering.managing import manage
from clever.runner.stagefile import SEAM, StageFile
from clever.runner.ways import load_stage_as_it_runs


@dataclass(frozen=True)
class Registered:
    """A service that was taken in, and what its own project has to know for it."""

    service: str
    permitter: str  # where it is, seen from this machine
    secret: str = field(repr=False)

    @property
    def variables(self) -> dict[str, str]:
        """What `inv up` of its project takes; see clever.runner.joined."""
        return {
            joined_variable(self.service, URL): self.permitter,
            joined_variable(self.service, SECRET): self.secret,
        }


def register(
    name: str,
    service: str,
    *,
    callers: Iterable[str] = (),
    permits: Iterable[str] = (),
    root: Path | None = None,
) -> Registered:
    """Let the permitter of the stage called `name` take in `service`. Nothing is started again for it.

    `callers` may call it, and `permits` say whom it may call; each is a name, or a name and an operation, as
    `coupon GET /api/orders/records`. Raises StageError; then nothing has changed.
    """
    root = root or find_root()
    stage = load_stage_as_it_runs(name, root)
    permitter = _permitter(stage)
    if any(service in project.apps for project in stage.projects.values()):
        raise StageError(f"{name} has a service {service} of its own; the one that joins needs another name")
    folder = StageFolder.of(stage.name, root)
    record = running_record(folder)
    if record is None:
        raise StageError(f"{name} does not run, so it can take nobody in; start it: inv up {name}")
    # With = and last, so that no name is taken for an option.
    options = [f"--caller={each}" for each in callers] + [f"--permit={each}" for each in permits]
    secret = manage(stage, folder, permitter, "register_service", *options, "--", service).strip()
    return Registered(service, _address(stage, record), secret)


def _permitter(stage: StageFile) -> str:
    for project in permitters(stage):
        return project
    raise StageError(f"{stage.name} has no permitter: a service joins a stage of several projects, such as composition")


def _address(stage: StageFile, record: Record) -> str:
    return SEAM.sub(lambda callee: record.projects[callee[1]], stage.seams[URL])
