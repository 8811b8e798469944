"""A stand-in for the first service: it joins the stages under a name that nothing else has, which an answer takes."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from clever.runner.errors import StageError
from clever.runner.stagefile import load_stage
from clever.scaffolding.changes import Changes
from clever.scaffolding.joining.joining import join
from clever.scaffolding.layout import Layout
from clever.scaffolding.service import Service
from clever.scaffolding.template import Template
from workbook.errors import BookError
from workbook.project_template.tree import Tree, read_tree, write_tree

STAND_IN = "qzfirstservice"
STAGES = ("monolith", "split")  # with projects of their own; those above them are told as well
IN_PLACE = (
    (re.compile(STAND_IN.upper()), "{{ cookiecutter.first_service.upper() }}"),
    (re.compile(STAND_IN.capitalize()), "{{ cookiecutter.first_service.capitalize() }}"),
    (re.compile(STAND_IN), "{{ cookiecutter.first_service }}"),
)
BRACE = re.compile(rf"\{{(?={STAND_IN})", re.IGNORECASE)


def with_stand_in(tree: Tree) -> Tree:
    """The tree after the stand-in has joined each stage. Raises BookError where a stage is not as that needs it."""
    with TemporaryDirectory(prefix="project-template-") as folder:
        root = Path(folder, "project")
        write_tree(tree, root)
        layout = Layout(root, root)
        for stage in STAGES:
            title, changes = STAND_IN.capitalize(), Changes()
            try:
                service = Service(STAND_IN, title, title, (), load_stage(stage, root))
                join(service, Template.of(service, layout.template), layout, changes, Path(folder, stage))
                with changes.written():
                    pass
            except StageError as error:
                raise BookError(f"{stage} takes no service more: {error}") from error
        return read_tree(root)


def in_its_place(text: str) -> str:
    """The text with the answer where the stand-in was. A brace right before it would be taken for Jinja's."""
    text = BRACE.sub('{{ "{" }}', text)
    for pattern, answer in IN_PLACE:
        text = pattern.sub(answer, text)
    return text
