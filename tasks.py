"""The project's tasks. `inv --list` shows them, `inv <task> --help` explains one."""

from workbook.tasks.lesson_ids import TasksWithLessons
from workbook.tasks.notebooks import notebooks

namespace = TasksWithLessons(notebooks)
