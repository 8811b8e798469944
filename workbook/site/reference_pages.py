"""Reference pages made from what the code says of itself: the tasks, and the lab."""

import inspect
from collections.abc import Iterator
from typing import Any

from invoke import Collection
from invoke.tasks import Task


def tasks_page(tasks: Collection) -> str:
    """Every task with its options, in the order of `tasks.py`."""
    parts = ["# Tasks", "Run each as `uv run inv <task>`, or `inv <task>` in an activated environment."]
    for name in sorted(tasks.task_names):
        task = tasks[name]
        parts += [f"## inv {name}", _description(task), *_options(task)]
    return "\n\n".join(parts) + "\n"


def _description(task: Task) -> str:
    return inspect.getdoc(task.body) or ""


def _options(task: Task) -> Iterator[str]:
    arguments = task.get_arguments()
    if arguments:
        rows = [f"| `{_flag(argument)}` | {(argument.help or '').replace('|', '&#124;')} |" for argument in arguments]
        yield "\n".join(["| option | |", "|---|---|", *rows])


def _flag(argument: Any) -> str:
    name = argument.names[0].replace("_", "-")
    if argument.positional and argument.kind is not list:
        return name.upper()
    if argument.kind is bool:
        return f"--no-{name}" if argument.default is True else f"--{name}"
    return f"--{name} {argument.kind.__name__.upper() if argument.kind is int else 'TEXT'}"


def lab_page(lab: Any) -> str:
    """Everything that `import lab` gives, with its signature and its docstring."""
    parts = ["# The lab", "What a notebook gets from `import lab`."]
    for name in lab.__all__:
        thing = getattr(lab, name)
        parts += [f"## lab.{name}", f"```python\n{_signature(name, thing)}\n```", _docstring(thing)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _signature(name: str, thing: Any) -> str:
    if isinstance(thing, type) and issubclass(thing, Exception):
        return f"class {name}({thing.__bases__[0].__name__})"
    kind = "class " if isinstance(thing, type) else ""
    try:
        return f"{kind}{name}{inspect.signature(thing)}"
    except (TypeError, ValueError):
        return f"{kind}{name}"


def _docstring(thing: Any) -> str:
    """The docstring, its indented examples as code. A name in it may look like HTML."""
    return (inspect.getdoc(thing) or "").replace("<", "&lt;")
