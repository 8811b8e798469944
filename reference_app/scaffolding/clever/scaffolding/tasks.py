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
        "fields": 'What a record of it holds, such as "customer:uuid, title:str, amount:int". '
        "There are str, text, int, decimal, bool, date, datetime and uuid. Default: player_id:uuid, title:str.",
        "stage": "The stage that it joins. Default: the one on top of the others, such as composition.",
    },
)
def new_service(
    context: Context,
    name: str,
    title: str = "",
    title_ko: str = "",
    calls: str = "",
    fields: str = "",
    stage: str = "",
) -> None:
    """Make a service that has all that the others have, and let it join a stage. Nothing is overwritten."""
    with one_line(), Console(stderr=True).status(f"making {name}"):
        from clever.scaffolding.layout import Layout
        from clever.scaffolding.making import make
        from clever.scaffolding.service import Service, uppermost
        from clever.scaffolding.summary import summary

        layout = Layout.find()
        callees = [callee.strip() for callee in calls.split(",") if callee.strip()]
        joins = stage or uppermost(layout)
        service = Service.wished(
            name, title=title, title_ko=title_ko, calls=callees, fields=fields, stage=joins, layout=layout
        )
        changes = make(service, layout)
    say(summary(service, changes, layout))
