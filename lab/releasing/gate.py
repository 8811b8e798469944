"""The gate: what a release has to pass before anybody meets it, and the way back if it does badly all the same."""

from dataclasses import dataclass

from lab.errors import LabError
from lab.features import roll_call
from lab.releasing.release import Release
from lab.releasing.shop import Releases
from lab.running.processes import Process

__all__ = ["Outcome", "deploy", "rehearse"]

CHECKS = {
    "check": "",
    "makemigrations --check --dry-run": "a model has changed, and no migration says so",
    "migrate --check": "a migration is waiting: run it before this release, and see that the old one can live with it",
}
"""Commands of manage.py that have to go well, and what to say where one says nothing itself."""


@dataclass(frozen=True)
class Outcome:
    """What became of a release: whether it is live; if not, which `step` it failed, and what was `said`."""

    release: str
    step: str = ""
    said: str = ""

    def __bool__(self) -> bool:
        return not self.step


def deploy(shop: Releases, server: Process, release: Release) -> Outcome:
    """Bring a release live, if it is fit to be; if not, all is as it was."""
    outcome = rehearse(shop, release)
    if not outcome:
        return outcome
    before = shop.live
    if not shop.reload(server, release):
        shop.turn(before)
        raise LabError(f"release {release.name} started in the rehearsal, not in earnest: start release {before.name}")
    if ill := silent(shop, server):
        shop.reload(server, before)
        said = f"{', '.join(ill)} did not answer, so release {before.name} is live again"
        return Outcome(release.name, "live", said)
    return outcome


def rehearse(shop: Releases, release: Release) -> Outcome:
    """Try a release where no guest is: its checks first, then a server of its own, which all six features are asked."""
    for command, advice in CHECKS.items():
        went_well, said = shop.manage(release, *command.split())
        if not went_well:
            return Outcome(release.name, command, advice or said)
    try:
        with shop.serve(release) as rehearsal:
            ill = silent(shop, rehearsal)
    except LabError as error:
        return Outcome(release.name, "start", error.line)
    return Outcome(release.name, "rehearsal", f"{', '.join(ill)} did not answer") if ill else Outcome(release.name)


def silent(shop: Releases, server: Process) -> list[str]:
    """The features that do not answer a server's guests."""
    found = roll_call(server, caller=shop.caller, rounds=1)
    return [feature for feature in found.answers if feature not in found.answering]
