"""The whole template, put together: two trees, each with its first service, and what differs asks the answers."""

import re
from pathlib import Path

from workbook.project_template.copied import copied
from workbook.project_template.first_service import own_files
from workbook.project_template.merging import merged
from workbook.project_template.pins import with_pins_of_extras
from workbook.project_template.presence import conditions, in_the_hook
from workbook.project_template.questions import with_knowledge, with_pins
from workbook.project_template.renaming import escaped, renamed
from workbook.project_template.rules import Rules, carried_out, read_rules, without
from workbook.project_template.sources import read_sources
from workbook.project_template.stand_in import in_its_place, with_stand_in
from workbook.project_template.translations import compiled
from workbook.project_template.tree import Tree, read_tree, text_of

OVERLAY = "templates/overlay"
PROJECT = "{{cookiecutter.__folder}}"
FIRST_HOOK, LAST_HOOK = "hooks/pre_gen_project.py", "hooks/post_gen_project.py"
ANSWER = re.compile(r"«(.*?)»")  # an answer, in rules.toml: «time_zone»
# And at a line's end, with which one it stays: `"clever.kit.sentry",  # «only sentry=yes»`.
ONLY = re.compile(r"^((?:\{%[^%]*%\})*)(.*?) *(?:# )?«only (\w+)=(\w+)»\n", re.MULTILINE)


def build(root: Path) -> Tree:
    """The files of templates/project, by their places in it. Raises BookError where a rule is out of date."""
    overlay = root / OVERLAY
    rules, sources = read_rules(overlay / "rules.toml"), read_sources(root)
    sources = compiled(carried_out(rules.always, without(sources, rules.left_out, "left_out"), "always"))
    full = _templated(with_stand_in(sources))
    bare_sources = _without_example(sources, rules, overlay)
    bare = _templated(with_stand_in(bare_sources))
    service, included = own_files(root)
    inside = _with_answers(merged(full, bare, question="example", answer="yes")) | renamed(service)
    own = read_tree(overlay / "project")
    inside = with_pins_of_extras(inside | own, root)
    template = {f"{PROJECT}/{place}": content for place, content in inside.items()}
    template |= {f"templates/{place}": content for place, content in renamed(included).items()}
    template[f"{PROJECT}/LICENSES/template.txt"] = (root / "LICENSE").read_bytes()
    for part in ("cookiecutter.json", "hooks", "templates"):
        template |= _part(overlay, part)
    here = conditions(full, bare, {*service, *own}, rules)
    template["cookiecutter.json"] = with_pins(template["cookiecutter.json"], root, copied(inside))
    template[FIRST_HOOK] = with_knowledge(template[FIRST_HOOK], bare_sources)
    template[LAST_HOOK] = in_the_hook(template[LAST_HOOK].decode(), here).encode()
    return template


def _without_example(sources: Tree, rules: Rules, overlay: Path) -> Tree:
    bare = carried_out(rules.without_example, without(sources, rules.example, "example"), "without_example")
    return bare | read_tree(overlay / "without_example")


def _templated(tree: Tree) -> Tree:
    """Files as templates: what looks like one already is handed on, and answers stand where names were."""
    found: Tree = {}
    for place, content in tree.items():
        text = text_of(content)
        name = in_its_place(escaped(place))
        found[name] = content if text is None else in_its_place(escaped(text)).encode()
    return renamed(found)


def _with_answers(tree: Tree) -> Tree:
    """The tree with answers where the rules have left marks. After merging, which may cut between two lines."""
    texts = {place: text for place, content in tree.items() if (text := text_of(content)) is not None}
    return tree | {place: _answers(text).encode() for place, text in texts.items()}


def _answers(text: str) -> str:
    text = ONLY.sub(r'\1{% if cookiecutter.\3 == "\4" %}\2\n{% endif %}', text)
    return ANSWER.sub(r"{{ cookiecutter.\1 }}", text)


def _part(overlay: Path, part: str) -> Tree:
    path = overlay / part
    if path.is_file():
        return {part: path.read_bytes()}
    return {f"{part}/{place}": content for place, content in read_tree(path).items()}
