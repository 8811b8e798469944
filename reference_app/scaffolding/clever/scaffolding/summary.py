"""What was made, and what to do next, for a person."""

from clever.scaffolding.changes import Changes
from clever.scaffolding.layout import Layout
from clever.scaffolding.service import Service


def summary(service: Service, changes: Changes, layout: Layout) -> str:
    """A line a file, with the lines that it has or has got more, and three commands."""
    lines = changes.lines()
    made = [f"  {lines[path]:5}  {layout.shown(path)}" for path in changes.made]
    added = [f"  {lines[path]:+5}  {layout.shown(path)}" for path in changes.changed]
    total = sum(lines[path] for path in changes.made)
    test = "inv test --stage " + service.stage.name if layout.is_workbook else "inv test"
    own = layout.shown(layout.services / service.name)
    holds = [f"a record holds {', '.join(map(str, service.fields))}"] if service.fields else []
    return "\n".join(
        [
            f"{len(made)} new files, {total} lines:",
            *made,
            f"{len(added)} files that know of it now:",
            *added,
            *holds,
            f"{service.name} is a part of {service.stage.name}. Next:",
            f"  uv run --directory {own} pytest -q    # its own tests",
            f"  uv run {test}",
            f"  uv run inv up {service.stage.name}",
        ]
    )
