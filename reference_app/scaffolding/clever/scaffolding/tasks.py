"""`inv new-service`: one service more in a stage."""

from invoke import Context, task
from rich.console import Console

from clever.runner.helpful import HelpfulTask
from clever.runner.saying import one_line, say


@task(
    name="new-service",
    klass=HelpfulTask,
    help={
        "name": "One word of lower-case letters and digits, such as attendance.",
        "title": "What staff call it. Default: its name, with a capital letter.",
        "title_ko": "What staff call it in Korean. Default: as in English.",
        "calls": "Services that it will call, such as player,coupon. Default: none.",
        "stage": "The stage that it joins. Default: composition.",
    },
)
def new_service(
    context: Context, name: str, title: str = "", title_ko: str = "", calls: str = "", stage: str = "composition"
) -> None:
    """Make a service that has all that the others have, and let it join a stage. Nothing is overwritten."""
    with one_line(), Console(stderr=True).status(f"making {name}"):
        from clever.scaffolding.layout import Layout
        from clever.scaffolding.making import make
        from clever.scaffolding.service import Service
        from clever.scaffolding.summary import summary

        layout = Layout.find()
        callees = [callee.strip() for callee in calls.split(",") if callee.strip()]
        service = Service.wished(name, title=title, title_ko=title_ko, calls=callees, stage=stage, layout=layout)
        changes = make(service, layout)
    say(summary(service, changes, layout))
