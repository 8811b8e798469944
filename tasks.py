"""The project's tasks. `inv --list` shows them, `inv <task> --help` explains one."""

from invoke import Collection

from clever.runner.tasks import down, status, up
from workbook.tasks.notebooks import notebooks
from workbook.tasks.walk import walk

namespace = Collection(walk, notebooks, up, down, status)
