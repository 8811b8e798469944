"""`inv register`."""

from invoke import Context, task

from {{ cookiecutter.namespace }}.runner.helpful import HelpfulTask
from {{ cookiecutter.namespace }}.runner.registering.registering import register as take_in
from {{ cookiecutter.namespace }}.runner.saying import one_line, say


@task(
    klass=HelpfulTask,
    iterable=["caller", "permit"],
    help={
        "stage": "Name of the running stage that it joins, such as composition.",
        "service": "Name of the service, as its own project has it, such as orders.",
        "caller": "Who may call it, such as game-server, or 'coupon GET /api/orders/records'. Several: give it again.",
        "permit": "Whom it may call, such as 'player GET /api/player/players/<player_id>'. Several: give it again.",
    },
)
def register(context: Context, stage: str, service: str, caller: list[str], permit: list[str]) -> None:
    """Let a service of another project join a running stage. Prints what that project starts it with, once."""
    with one_line():
        registered = take_in(stage, service, callers=caller, permits=permit)
    say(f"# {service}, as {stage} knows it. Shown this once: keep it as you keep secrets.")
    for name, value in registered.variables.items():
        say(f"{name}={value}")
