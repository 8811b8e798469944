"""What a person sees in the terminal while a stage starts and runs."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, Task, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars
from rich.text import Text

from {{ cookiecutter.namespace }}.runner.progress import Progress, Step
from {{ cookiecutter.namespace }}.runner.running import Running
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile


class _Counted(MofNCompleteColumn):
    """3/12, and nothing where nobody knows of how many: rich would say 0/?."""

    def render(self, task: Task) -> Text:
        return Text() if task.total is None else super().render(task)


@contextmanager
def bars(console: Console) -> Iterator[Progress]:
    """A progress function that draws a bar where a step's length is known, and names the step where it is not."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        _Counted(),
        TimeElapsedColumn(),
    )
    # In a pipe or a log file a bar would be nothing but noise.
    with Bars(*columns, console=console, transient=True, disable=not console.is_terminal) as drawn:
        tasks: dict[str, tuple[str, TaskID]] = {}  # project -> what it is busy with, and its bar

        def show(step: Step) -> None:
            what = f"{step.project}: {step.what}" if step.project else step.what
            # Several projects may be busy at a time. What concerns the whole stage takes the place of all of them.
            outdated = [one for one in tasks if one == step.project or not one or not step.project]
            for project in outdated:
                if tasks[project][0] != what:
                    drawn.remove_task(tasks.pop(project)[1])
            if step.project not in tasks:
                tasks[step.project] = what, drawn.add_task(what, total=step.total)
            drawn.update(tasks[step.project][1], total=step.total, completed=step.done or 0)

        yield show


def introduction(running: Running, stage: StageFile) -> str:
    """Where the stage is and how to get in. The only place where a secret is shown: a person needs this one."""
    lines = [f"{running.name} {'was up already' if running.reused else 'is up'}: {running.url}/"]
    for project in stage.projects.values():
        base = running.services[project.apps[0]] if project.apps else running.url
        lines += [f"  {title:<10}{base}{path}" for title, path in project.pages.items()]
    who = running.credentials
    return "\n".join(
        [
            *lines,
            *([f"  {running.note}"] if running.note else []),
            f"  {'staff':<10}name {who.staff_name}, password {who.staff_password}",
            "  These are production settings over plain HTTP, for this machine only (SECURE=0).",
        ]
    )
