"""`inv images`: what a stage in containers is started from."""

from invoke import Context, task
from rich.console import Console

from clever.runner.display import bars
from clever.runner.helpful import HelpfulTask
from clever.runner.saying import one_line, say

STAGE = "containers"


@task(
    klass=HelpfulTask,
    help={
        "air_gapped": "First make from Debian's packages what else comes from a public registry. As root.",
        "version": "What to call them, after the colon. Default: local.",
        "service": "Only this one, such as coupon. Default: all.",
        "afresh": "Also where nothing has changed, and with the updates of today.",
        "pin": "Write down anew which versions of other people's packages go into them, and build nothing.",
    },
)
def images(
    context: Context,
    air_gapped: bool = False,
    version: str = "",
    service: str = "",
    afresh: bool = False,
    pin: bool = False,
) -> None:
    """Build the images of the stage in containers. Those that are as they should be are left alone."""
    # Here, since most who call another task have no engine and no use for all this.
    from clever.runner.containers.air_gapped.making import make_all
    from clever.runner.containers.engine import find_engine
    from clever.runner.containers.images import LOCAL, Made, Wish, pins, projects, table
    from clever.runner.places import find_root
    from clever.runner.stagefile import load_stage

    with one_line():
        stage = load_stage(STAGE)
        if pin:
            changed = pins.write(find_root(), stage.folder)
            say("\n".join(str(file) for file in changed) or "nothing has changed")
            return
        engine = find_engine()
        wish = Wish(version or LOCAL, (service,) if service else (), afresh)
        with bars(Console(stderr=True)) as progress:
            made: list[Made] = []
            if air_gapped:
                made += make_all(engine, stage.folder / "air_gapped", afresh=afresh, progress=progress)
            made += projects.each(stage, engine, progress, wish)
    say("\n".join(table.rows(made)))
