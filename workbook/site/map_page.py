"""The map: every lesson that exists, by stage."""

from itertools import groupby

from workbook.exercises import exercises
from workbook.lesson import Lesson
from workbook.site.words import Words


def map_page(lessons: list[Lesson], words: Words) -> str:
    """A table of lessons for each stage."""
    parts = [f"# {words.map_title}", words.map_says]
    for stage, group in groupby(lessons, key=stage_of):
        parts += [f"## {stage_title(stage, words)}", _table(list(group), words)]
    return "\n\n".join(parts) + "\n"


def _table(lessons: list[Lesson], words: Words) -> str:
    rows = [f"| {' | '.join(_row(each))} |" for each in lessons]
    return "\n".join([f"| {' | '.join(words.map_columns)} |", "|---|---|--:|--:|", *rows])


def _row(lesson: Lesson) -> list[str]:
    minutes = str(lesson.front_matter.get("minutes", ""))
    return [lesson.id, f"[{lesson.title}]({lesson.path}.md)", minutes, str(len(exercises(lesson)))]


def stage_of(lesson: Lesson) -> str:
    """The lesson's folder, such as `1_monolith`."""
    return lesson.path.split("/")[0]


def stage_title(stage: str, words: Words) -> str:
    return words.stages.get(stage, stage.replace("_", " · ", 1).title())
