"""A release by the pipeline of `inv release`, with a watch beside it."""

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lab.containers.released import Released, Step
from lab.containers.staged import compose_of
from lab.engines.handle import Engine
from lab.errors import LabError
from lab.running.progress import announcer
from lab.running.stages import Stage
from lab.where import ROOT

if TYPE_CHECKING:
    from clever.runner.progress import Step as Told


def release(stage: Stage, version: str, *, services: Sequence[str] = (), registry: Engine | None = None) -> Released:
    """What `inv release` does, to all services or to those named, and what each step took.

    With a `registry`, images are pushed there and run by their digests. A version that turns out to be bad is no error
    of yours: the result is false, and says what was wrong with it. Raises LabError where nothing was begun at all: for
    a stage that does not run in containers, a service that it has not, or a version that is none.
    """
    from clever.runner import StageError
    from clever.runner.containers.releasing import release as bring

    compose_of(stage)
    watch = _Watch()
    tell, wipe = announcer(version, "Releasing")
    images: dict[str, str] = {}
    why = ""
    try:
        for one in bring(
            stage.name,
            version,
            projects=tuple(services),
            registry=registry.address if registry else "",
            progress=_both(watch.hear, tell),
            root=ROOT,
        ):
            images[one.project] = one.image
    except StageError as error:
        if not watch.steps:
            raise LabError(str(error)) from error
        why = str(error)
    finally:
        wipe()
    return Released(version, watch.steps_taken(), images, why)


class _Watch:
    """Notes when each step began. It has ended when the next one begins."""

    def __init__(self) -> None:
        self.steps: list[tuple[float, str, str]] = []

    def hear(self, told: "Told") -> None:
        if (told.what, told.project) != (self.steps[-1][1:] if self.steps else ()):
            self.steps.append((time.monotonic(), told.what, told.project))

    def steps_taken(self) -> list[Step]:
        ends = [begun for begun, _, _ in self.steps[1:]] + [time.monotonic()]
        pairs = zip(self.steps, ends, strict=True)
        return [Step(what, service, end - begun) for (begun, what, service), end in pairs]


def _both(*listeners: Callable[["Told"], None]) -> Callable[["Told"], None]:
    def tell(step: "Told") -> None:
        for listener in listeners:
            listener(step)

    return tell
