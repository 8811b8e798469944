"""The project's tasks. `inv --list` shows them, `inv <task> --help` explains one."""

from clever.runner.tasks import down, status, up
from workbook.tasks.lesson_ids import TasksWithLessons
from workbook.tasks.notebooks import notebooks
from workbook.tasks.walk import walk

namespace = TasksWithLessons(walk, notebooks, up, down, status)
