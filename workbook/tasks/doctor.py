"""inv doctor"""

from invoke import Context, Exit, task

from workbook.tasks.plain import err, out, plain_errors, say


@task(
    help={
        "install": "Get the missing engines that today's stages and tests use (apt-get or brew).",
        "all": "With --install: also the engines that only later stages use.",
        "json": "Print JSON and nothing else.",
    }
)
@plain_errors
def doctor(c: Context, install: bool = False, all: bool = False, json: bool = False) -> None:
    """Say which engines are here, what the absence of one switches off, and how to get it.

    Exits with 1 if an engine is missing that today's tests use: they are then skipped, which is all right on a
    learner's machine and not on a build server.
    """
    import json as json_module

    from rich.table import Table

    from workbook import engines, installing

    with err.status("looking for engines"):
        findings = engines.look()
    if install:
        missing = [each.engine for each in findings if not each.present and (all or each.engine.now)]
        installing.install(missing, say if not json else err.print)
        findings = engines.look()
    lacking = [each.engine.name for each in findings if each.engine.now and not each.present]
    if json:
        say(json_module.dumps([each.as_json() for each in findings], indent=2))
    else:
        shown = Table("engine", "version", "its absence switches off", "get it with", show_edge=False)
        for each in findings:
            get = "" if each.present else installing.how_to_get(each.engine)
            shown.add_row(each.engine.name, each.version or "-", "" if each.present else each.engine.without, get)
        out.print(shown)
    if lacking:
        raise Exit(f"missing: {', '.join(lacking)}; 'inv doctor --install' gets what is used today", code=1)
