"""Who falls with whom, for each stage, out of its own stage.toml."""

from collections.abc import Iterable

from clever.runner import StageFile
from clever.runner.needs import Fate, blast_radius

SAYS = """\
A project dies, and stays dead. What becomes of each service? These tables are drawn from each stage's `stage.toml` when
this page is made: who shares a project (`apps`), who calls whom (`calls`), and for what there is a permit (`permits`).

- **falls**: it lives in the project that is dead. Nobody answers.
- *limps*: it answers. Where it would have to ask the dead one it says 503 with Retry-After, and staff are told so.
- `-`: it does not notice.

Limping does not spread. Without `vid` nobody gets a new player, but `player` hands out items all the same, and that is
all that `coupon` asks of it. Without the permitter, whoever it has spoken of lately comes in for five seconds more;
then each door that it keeps is shut to everybody who gives a name, and open to everybody else.

Nobody has to believe this. `inv test` starts each stage of several projects, kills one after the other, and meanwhile
runs tests of the behaviour suite that do not need the dead one: each test once, and with `--full` without every project
that it can do without. Who limps is asked for what it cannot do now, and who falls must not answer."""


def blast_radius_page(stages: Iterable[StageFile]) -> str:
    """A table for each stage: a row for each project that dies."""
    parts = ["# Who falls with whom", SAYS]
    for stage in stages:
        parts += [f"## {stage.name.capitalize()}", stage.summary, _table(stage)]
    return "\n\n".join(parts) + "\n"


def _table(stage: StageFile) -> str:
    fates = blast_radius(stage)
    services = list(next(iter(fates.values())))
    rows = [f"| **{dead}** | {' | '.join(map(_cell, row.values()))} |" for dead, row in fates.items()]
    return "\n".join([f"| dies | {' | '.join(services)} |", f"|---|{':-:|' * len(services)}", *rows])


def _cell(fate: Fate) -> str:
    return {Fate.FALLS: "**falls**", Fate.LIMPS: "*limps*", Fate.WHOLE: "-"}[fate]
