"""3.2.4: one stage made into two."""

import re
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_3_2.dockerfile import Stage, Step, stages

TOOLS = re.compile(r"\b(node|nodejs|npm|npx|esbuild)\b")
SMALL = "small.css"


@exercise(
    "3.2.4",
    hints=(
        "Two FROM lines. The first stage gets a name: FROM node:20-slim AS assets",
        "The last stage is what runs. It stands on Python, and fetches one file from the first.",
        "COPY --from=assets /page/small.css ./ : with --from, a path begins at the root of that stage.",
    ),
)
def two_stages(answer: Any) -> str:
    """the text of a Dockerfile with two stages"""
    found = stages(answer)
    if len(found) < 2:
        raise Wrong("There is one FROM, and so one stage: all that was needed for building is in what runs.")
    *earlier, last = found
    _expect_python(last)
    makers = [stage for stage in earlier if any("esbuild" in step.rest for step in stage.of("RUN"))]
    if not makers:
        raise Wrong(f"No stage before the last one makes {SMALL}: there esbuild has to run.")
    if not makers[0].base.startswith("node"):
        raise Wrong(f"esbuild comes by npm, and there is none in {makers[0].base}.")
    _expect_result(last, makers[0], earlier)
    _expect_server(last)
    return "Right. node made its file, and stays behind with everything that it brought."


def _expect_python(last: Stage) -> None:
    if not last.base.startswith("python:"):
        raise Wrong(f"What runs is the last stage, and yours stands on {last.base}. Let it be the one with Python.")
    if tools := [step.line for step in last.of("RUN") if TOOLS.search(step.rest)]:
        raise Wrong(f"The stage that runs still wants node: `{tools[0]:.70}`.")


def _expect_result(last: Stage, maker: Stage, earlier: list[Stage]) -> None:
    """See that of all that the maker has, one file is fetched."""
    workdir = PurePosixPath(next((step.rest for step in reversed(maker.of("WORKDIR"))), "/"))
    made = workdir / _outfile(maker)
    fetched = False
    for step in last.of("COPY"):
        if "from" in step.options and _meant(step, earlier) is maker:
            for source in step.paths[:-1]:
                fetched |= _fetches(source, made, workdir, step)
        elif "from" not in step.options and any(SMALL in source for source in step.paths[:-1]):
            raise Wrong(f"`{step.line}` looks in your own folder, and {SMALL} is in another stage: --from says which.")
    if not fetched:
        raise Wrong(f"Nobody fetches {made} from the stage that made it: COPY --from=NAME {made} ./")


def _outfile(maker: Stage) -> str:
    said = re.search(r"--outfile[= ](\S+)", " ".join(step.rest for step in maker.of("RUN")))
    return said[1] if said else SMALL


def _meant(step: Step, earlier: list[Stage]) -> Stage:
    """The stage that --from names, by its name or its number."""
    name = step.options["from"].lower()
    for number, stage in enumerate(earlier):
        if name in {stage.name, str(number)} - {""}:
            return stage
    raise Wrong(f"There is no stage {name!r} above, so `{step.line}` would look for an image of that name.")


def _fetches(source: str, made: PurePosixPath, workdir: PurePosixPath, step: Step) -> bool:
    """Whether this source is the file that was made. Raises Wrong for one that brings npm's packages along."""
    path = PurePosixPath("/") / source  # there is no WORKDIR for what comes from another stage
    if path in (workdir, *workdir.parents) or fnmatchcase(str(workdir / "node_modules"), str(path)):
        raise Wrong(f"`{step.line}` fetches node_modules as well, which is all that you wanted to leave behind.")
    if path.name == made.name and path != made:
        raise Wrong(f"`{step.line}` looks for {path}: with --from a path begins at the root. The file is {made}.")
    return path in made.parents or fnmatchcase(str(made), str(path))


def _expect_server(last: Stage) -> None:
    if not any("gunicorn" in step.rest for step in last.of("RUN")):
        raise Wrong("Nobody installs gunicorn in the stage that runs: pip install gunicorn==23.0.0")
    own = [source for step in last.of("COPY", "ADD") if "from" not in step.options for source in step.paths[:-1]]
    if not {"app.py", "./app.py", ".", "./"} & {*own}:
        raise Wrong("app.py is not in the stage that runs: each stage begins with nothing but its base.")
    if not last.of("CMD", "ENTRYPOINT"):
        raise Wrong("The stage that runs does not say what to start: CMD belongs to the last one.")
