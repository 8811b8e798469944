"""A picture of a project that teams bake: drawn from the `stage.toml` that it gets, so that it shows what is there."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cookiecutter.environment import StrictEnvironment
from cookiecutter.generate import generate_context
from cookiecutter.prompt import prompt_for_config

from clever.runner.needs import asks_permitter, callees, permitters
from clever.runner.stagefile import StageFile, load_stage
from lab.display.svg import INK, SERIES, new_figure, to_svg
from workbook.project_template.building import PROJECT
from workbook.project_template.freshness import TEMPLATE
from workbook.site.outputs import one_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# In a page: the stage, and what a screen reader says in the place of the picture.
WANTED = re.compile(r"^<!-- a project at (\w+): (.+?) -->$", re.MULTILINE | re.DOTALL)
WIDE, TOP, MIDDLE, BOTTOM = 28, 68, 40, 10  # of a box, and how high the front, the projects and the databases are
HIGH = 13


def with_pictures(page: str, root: Path) -> str:
    """The page with a picture wherever a comment asks for one."""
    return WANTED.sub(lambda wanted: picture(stage_of_a_project(wanted[1], root), " ".join(wanted[2].split())), page)


def stage_of_a_project(name: str, root: Path) -> StageFile:
    """A stage as a project has it whose owner has only pressed enter. Raises StageError where there is none."""
    answers = prompt_for_config(generate_context(str(root / TEMPLATE / "cookiecutter.json")), no_input=True)
    template = root / TEMPLATE / PROJECT / f"stages/{name}/stage.toml"
    text = StrictEnvironment(context={}).from_string(template.read_text(encoding="utf-8")).render(cookiecutter=answers)
    with TemporaryDirectory(prefix="project-") as folder:
        file = Path(folder, f"stages/{name}/stage.toml")
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        return load_stage(name, Path(folder))


def picture(stage: StageFile, said: str) -> str:
    """The front, the projects behind it and their databases, as one line of HTML."""
    names = _with_the_permitter_amid(stage)
    across = {name: (2 * at + 1) * 50 / len(names) for at, name in enumerate(names)}
    with new_figure(3.5) as figure:
        axes = figure.add_subplot()
        axes.set(xlim=(0, 100), ylim=(0, 80))
        axes.axis("off")
        if stage.nginx:
            _box(axes, 50, TOP, f"nginx, port {stage.nginx.port}", SERIES[1], wide=60)
        for name in names:
            _project(axes, stage, name, across)
        svg = to_svg(figure, title=said, description="; ".join(_facts(stage)))
    return one_line(f'<div class="lab-plot">{svg}</div>')


def _project(axes: "Axes", stage: StageFile, name: str, across: Mapping[str, float]) -> None:
    """A project with its database, and what leads to it and from it to others."""
    project, x = stage.projects[name], across[name]
    _box(axes, x, MIDDLE, "\n".join([name, *[*project.pages.values(), *project.serves][:1]]), SERIES[0])
    _box(axes, x, BOTTOM, f"database\n{project.database}", SERIES[2])
    _arrow(axes, (x, MIDDLE - HIGH / 2), (x, BOTTOM + HIGH / 2), "-")
    if stage.nginx and project.serves:
        _arrow(axes, (50 + (x - 50) / 2, TOP - HIGH / 2), (x, MIDDLE + HIGH / 2), "-")
    for other in _called(stage, name):
        beside = WIDE / 2 if across[other] > x else -WIDE / 2
        _arrow(axes, (x + beside, MIDDLE), (across[other] - beside, MIDDLE), "--")
    for other in project.opens:
        beside = WIDE / 5 if across[other] > x else -WIDE / 5
        _arrow(axes, (x + beside, MIDDLE - HIGH / 2), (across[other] - beside, BOTTOM + HIGH / 2), ":")


def _box(axes: "Axes", x: float, y: float, words: str, colour: str, *, wide: float = WIDE) -> None:
    from matplotlib.patches import FancyBboxPatch

    shape = "round,pad=0,rounding_size=1.5"
    corner = (x - wide / 2, y - HIGH / 2)
    axes.add_patch(FancyBboxPatch(corner, wide, HIGH, boxstyle=shape, facecolor=(colour, 0.25), edgecolor=INK))
    axes.text(x, y, words, ha="center", va="center")


def _arrow(axes: "Axes", start: tuple[float, float], end: tuple[float, float], line: str) -> None:
    look = {"arrowstyle": "->", "linestyle": line, "color": INK, "shrinkA": 0, "shrinkB": 1}
    axes.annotate("", end, start, arrowprops=look)


def _with_the_permitter_amid(stage: StageFile) -> list[str]:
    """The projects from left to right: whom all of the others ask stands between them."""
    others = [name for name in stage.projects if name not in permitters(stage)]
    middle = len(others) // 2
    return [*others[:middle], *permitters(stage), *others[middle:]]


def _called(stage: StageFile, name: str) -> set[str]:
    """Whom a project asks. An address that it only shows to people is none of these."""
    return {*callees(stage, name), *(permitters(stage) if asks_permitter(stage, name) else ())}


def _facts(stage: StageFile) -> Iterator[str]:
    for name, project in stage.projects.items():
        yield f"{name}: {' '.join(project.serves)} -> {', '.join(sorted(_called(stage, name))) or '-'}"
