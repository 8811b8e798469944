"""The first service of a project: made of the template of a new service, with the project's answers in its place."""

from pathlib import Path

from jinja2 import Environment

from workbook.errors import BookError
from workbook.project_template.sources import SERVICE_TEMPLATE
from workbook.project_template.translations import compile_one
from workbook.project_template.tree import Tree, read_tree

# Its own files are templates already: what they ask of a new service, a project has answered for its first one.
ASKED = (
    ("cookiecutter.service_name", "cookiecutter.first_service"),
    ("cookiecutter.__class", "cookiecutter.first_service.capitalize()"),
    ("cookiecutter.title_ko", "cookiecutter.first_service.capitalize()"),
    ("cookiecutter.title", "cookiecutter.first_service.capitalize()"),
    ("cookiecutter.__asks", '""'),
    ("cookiecutter.calls", '""'),
)
PLACES = {"{{cookiecutter.service_name}}/": "services/{name}/", "contract/{{cookiecutter.service_name}}/": "contracts/"}
NEVER = '{% if "" %}'  # how a file is called that only a service has which calls others


def own_files(root: Path) -> tuple[Tree, Tree]:
    """The service's distribution and contract, as templates of the project; and what they include."""
    found: Tree = {}
    template = read_tree(root / SERVICE_TEMPLATE)
    for place, content in template.items():
        for start, target in PLACES.items():
            if place.startswith(start):
                here = _asked(target.format(name="{{cookiecutter.first_service}}") + place.removeprefix(start))
                if NEVER not in here:
                    found |= _translated(here, content) if place.endswith(".po") else {here: _plain(content)}
    included = {
        place.removeprefix("templates/"): _plain(content)
        for place, content in template.items()
        if place.startswith("templates/") and not place.startswith("templates/asks/")
    }
    if not found:
        raise BookError(f"{root / SERVICE_TEMPLATE}: no service in it")
    return found, included


def _translated(place: str, content: bytes) -> Tree:
    """Its translations, of fixed words alone: nobody is asked what it is called in another language."""
    alike = {"service_name": "{{ cookiecutter.first_service }}", "title": "", "title_ko": ""}
    text = Environment(keep_trailing_newline=True).from_string(content.decode()).render(cookiecutter=alike)  # noqa: S701
    return {place: text.encode(), f"{place.removesuffix('.po')}.mo": compile_one(text)}


def _plain(content: bytes) -> bytes:
    return _asked(content.decode()).encode()


def _asked(text: str) -> str:
    for new_service, project in ASKED:
        text = text.replace(new_service, project)
    return text
