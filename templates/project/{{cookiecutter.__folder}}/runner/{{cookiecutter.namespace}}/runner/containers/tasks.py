"""`inv images`: what a stage in containers is started from."""

from invoke import Context, task
from rich.console import Console

from {{ cookiecutter.namespace }}.runner.display import bars
from {{ cookiecutter.namespace }}.runner.helpful import HelpfulTask
from {{ cookiecutter.namespace }}.runner.saying import one_line, say
from {{ cookiecutter.namespace }}.runner.tables import CONTAINERS


@task(
    klass=HelpfulTask,
    help={
        "stage": "Name of a stage that runs in containers. Default: containers.",
        "air_gapped": "First make from Debian's packages what else comes from a public registry. As root.",
        "version": "What to call them, after the colon. Default: local.",
        "service": "Only this one, such as coupon. Default: all.",
        "afresh": "Also where nothing has changed, and with the updates of today.",
        "pin": "Write down anew which versions of other people's packages go into them, and build nothing.",
    },
)
def images(
    context: Context,
    stage: str = CONTAINERS,
    air_gapped: bool = False,
    version: str = "",
    service: str = "",
    afresh: bool = False,
    pin: bool = False,
) -> None:
    """Build the images of a stage in containers. Those that are as they should be are left alone."""
    # Here, since most who call another task have no engine and no use for all this.
    from {{ cookiecutter.namespace }}.runner.containers.air_gapped.making import make_all
    from {{ cookiecutter.namespace }}.runner.containers.engine import find_engine
    from {{ cookiecutter.namespace }}.runner.containers.images import LOCAL, Made, Wish, pins, projects, table
    from {{ cookiecutter.namespace }}.runner.containers.images.projects import CONTAINERFILE
    from {{ cookiecutter.namespace }}.runner.places import find_root
    from {{ cookiecutter.namespace }}.runner.stagefile import load_stage

    with one_line():
        table_of_it = load_stage(stage, on=CONTAINERS)
        home = table_of_it.file(CONTAINERFILE).parent
        if pin:
            changed = pins.write(find_root(), home)
            say("\n".join(str(file) for file in changed) or "nothing has changed")
            return
        engine = find_engine()
        wish = Wish(version or LOCAL, (service,) if service else (), afresh)
        with bars(Console(stderr=True)) as progress:
            made: list[Made] = []
            if air_gapped:
                made += make_all(engine, home / "air_gapped", afresh=afresh, progress=progress)
            made += projects.each(table_of_it, engine, progress, wish)
    say("\n".join(table.rows(made)))


@task(
    klass=HelpfulTask,
    help={
        "stage": "Name of a stage that runs in containers.",
        "version": "What to call it, such as 1.4.0.",
        "service": "Only this one, such as coupon. Default: all, one after the other.",
        "registry": "Push the images there and run them by digest, such as 127.0.0.1:5000. Default: this engine's own.",
    },
)
def release(context: Context, stage: str, version: str, service: str = "", registry: str = "") -> None:
    """Bring a new version to a running stage. Nobody is turned away, and one that does not start changes nothing."""
    from {{ cookiecutter.namespace }}.runner.containers.releasing import release as bring

    with one_line(), bars(Console(stderr=True)) as progress:
        chosen = (service,) if service else ()
        for each in bring(stage, version, projects=chosen, registry=registry, progress=progress):
            say(f"{each.project:<12}{each.image} in {each.seconds:.0f} s")
