"""inv doctor"""

from typing import TYPE_CHECKING

from invoke import Context, Exit, task

from workbook.tasks.plain import err, out, plain_errors, say

if TYPE_CHECKING:
    from workbook.engines import Engine


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

    Exits with 1 if an engine is missing that today's lessons and tests use. Those lessons then show the reference run,
    and those tests are skipped, which is all right on a learner's machine and not on a build server. An engine that
    WITHOUT_ENGINES names counts as missing.
    """
    import json as json_module

    from rich.table import Table

    from workbook import engines, installing
    from workbook.book import Book

    lessons = engines.lessons(Book())
    with err.status("looking for engines"):
        findings = engines.look()
    if install:
        wanted = [each.engine for each in findings if not each.present and (all or each.engine.now)]
        missing = [engine for engine in wanted if not engine.pretended]
        installing.install(missing, say if not json else err.print)
        findings = engines.look()
    lacking = [each.engine.name for each in findings if each.engine.now and not each.present]
    if json:
        found = [each.as_json() | {"lessons": lessons.get(each.engine.name, [])} for each in findings]
        say(json_module.dumps(found, indent=2))
    else:
        shown = Table("engine", "version", "its absence switches off", "get it with", show_edge=False)
        for each in findings:
            get = "" if each.present else _how_to_get(each.engine)
            off = each.note if each.present else _switched_off(each.engine, lessons.get(each.engine.name, []))
            shown.add_row(each.engine.name, each.version or "-", off, get)
        out.print(shown)
    if lacking:
        raise Exit(f"missing: {', '.join(lacking)}; 'inv doctor --install' gets what is used today", code=1)


def _switched_off(engine: "Engine", lessons: list[str]) -> str:
    return f"{engine.without}; in lessons: {', '.join(lessons)}" if lessons else engine.without


def _how_to_get(engine: "Engine") -> str:
    from clever.runner.engines.programs import WITHOUT
    from workbook import installing

    return f"(only {WITHOUT} says that it is missing)" if engine.pretended else installing.how_to_get(engine)
