"""Reference pages made from what the code says of itself: the tasks, and the lab."""

import copy
import inspect
import re
from collections.abc import Iterator
from typing import Any

from invoke import Collection
from invoke.tasks import Task

LONGEST_SIGNATURE = 80


def tasks_page(tasks: Collection) -> str:
    """Every task with its options, by name."""
    parts = ["# Tasks", "Run each as `uv run inv <task>`, or `inv <task>` in an activated environment."]
    for name in sorted(tasks.task_names):
        task = copy.deepcopy(tasks[name])  # asked for its arguments, a task forgets their help
        parts += [f"## inv {name}", _description(task), *_options(task)]
    return "\n\n".join(parts) + "\n"


def _description(task: Task) -> str:
    return inspect.getdoc(task.body) or ""


def _options(task: Task) -> Iterator[str]:
    arguments = task.get_arguments()
    if arguments:
        rows = [f"| `{_flag(argument)}` | {(argument.help or '').replace('|', '&#124;')} |" for argument in arguments]
        yield "\n".join(["| option | does |", "|---|---|", *rows])


def _flag(argument: Any) -> str:
    name = argument.names[0].replace("_", "-")
    if argument.positional and argument.kind is not list:
        return name.upper()
    if argument.kind is bool:
        return f"--no-{name}" if argument.default is True else f"--{name}"
    return f"--{name} {argument.kind.__name__.upper() if argument.kind is int else 'TEXT'}"


def lab_page(lab: Any) -> str:
    """Everything that `import lab` gives: functions first, then what they give back, then errors."""
    things = sorted(_public(lab), key=lambda pair: _rank(pair[1]))
    parts = ["# The lab", "What a notebook gets from `import lab`."]
    for name, thing in things:
        parts += [f"## lab.{name}", f"```python\n{_signature(name, thing)}\n```", _docstring(thing)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _public(module: Any, within: str = "") -> Iterator[tuple[str, Any]]:
    """What a module offers, by the name that a notebook uses; of a module in it, what that one offers."""
    for name in module.__all__:
        thing = getattr(module, name)
        if inspect.ismodule(thing):
            yield from _public(thing, f"{within}{name}.")
        else:
            yield f"{within}{name}", thing


def _rank(thing: Any) -> int:
    return 0 if not isinstance(thing, type) else 2 if issubclass(thing, Exception) else 1


def _signature(name: str, thing: Any) -> str:
    """How it is called. What only a function of the lab makes is shown without its arguments."""
    if isinstance(thing, type):
        return f"class {name}"
    signature = inspect.signature(thing)
    line = _short(f"{name}{signature}")
    if len(line) <= LONGEST_SIGNATURE:
        return line
    starred = any(each.kind is each.KEYWORD_ONLY for each in signature.parameters.values())
    before = [str(each) for each in signature.parameters.values() if each.kind is not each.KEYWORD_ONLY]
    after = [str(each) for each in signature.parameters.values() if each.kind is each.KEYWORD_ONLY]
    arguments = [*before, *(["*"] if starred and not any(each.startswith("*") for each in before) else []), *after]
    _, _, gives = str(signature).rpartition(" -> ")
    return _short("\n".join([f"{name}(", *(f"    {each}," for each in arguments), f") -> {gives}"]))


def _short(signature: str) -> str:
    """`collections.abc.Mapping` is `Mapping` to a reader."""
    return re.sub(r"\b(?:[a-z_]\w*\.)+(?=[A-Z])", "", signature)


def _docstring(thing: Any) -> str:
    """The docstring. Outside of code, a name in angle brackets would be taken for HTML."""
    return re.sub(r"(`[^`]*`)|<", lambda found: found.group(1) or "&lt;", inspect.getdoc(thing) or "")
