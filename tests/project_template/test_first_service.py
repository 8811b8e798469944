"""The first service of a project, made of the template of a new one."""

import gettext
from io import BytesIO
from pathlib import Path

import pytest

from tests.project_template.rendering import rendered
from workbook.errors import BookError
from workbook.project_template.first_service import own_files
from workbook.project_template.sources import SERVICE_TEMPLATE
from workbook.project_template.tree import Tree, write_tree

NAME = "{{cookiecutter.service_name}}"
MODELS = "class {{ cookiecutter.__class }}:\n    name = '{{ cookiecutter.service_name }}: {{ cookiecutter.title }}'\n"
PO = """\
# Korean for {{ cookiecutter.service_name }}.
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"
{%- if cookiecutter.title != cookiecutter.title_ko %}

msgid "{{ cookiecutter.title }}"
msgstr "{{ cookiecutter.title_ko }}"
{%- endif %}

msgid "title"
msgstr "제목"
"""
TEMPLATE = {
    f"{NAME}/clever/{NAME}/models.py": MODELS.encode(),
    f"{NAME}/clever/{NAME}/locale/ko/django.po": PO.encode(),
    f"{NAME}/api.py": b"{% if cookiecutter.__asks %}ask{% endif %}{% for each in cookiecutter.calls %}call{% endfor %}",
    f"contract/{NAME}/clever/contracts/{NAME}.py": b"{% include 'fields.py' %}",
    "templates/fields.py": b"{{ cookiecutter.title_ko }}",
    "templates/asks/coupon.py": b"of the example",
    "project/{{cookiecutter.stage}}/settings.py": b"of a stage",
    "cookiecutter.json": b"{}",
}
HOME = "services/{{cookiecutter.first_service}}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_tree(TEMPLATE, tmp_path / SERVICE_TEMPLATE)
    return tmp_path


def at(tree: Tree, name: str) -> bytes:
    """The file of this name, in whatever folder."""
    [content] = [content for place, content in tree.items() if place.endswith(f"/{name}")]
    return content


def first(content: bytes) -> str:
    return rendered(content.decode(), first_service="orders")


def test_its_distribution_and_its_contract_lie_where_a_project_has_them(root: Path) -> None:
    found, _ = own_files(root)

    assert found.keys() == {
        f"{HOME}/clever/{{{{cookiecutter.first_service}}}}/models.py",
        f"{HOME}/clever/{{{{cookiecutter.first_service}}}}/locale/ko/django.po",
        f"{HOME}/clever/{{{{cookiecutter.first_service}}}}/locale/ko/django.mo",
        f"{HOME}/api.py",
        "contracts/clever/contracts/{{cookiecutter.first_service}}.py",
    }


def test_what_a_new_service_is_asked_a_project_has_answered(root: Path) -> None:
    found, included = own_files(root)

    assert first(at(found, "models.py")) == "class Orders:\n    name = 'orders: Orders'\n"
    assert first(included["fields.py"]) == "Orders"


def test_it_calls_nobody(root: Path) -> None:
    found, _ = own_files(root)

    assert first(at(found, "api.py")) == ""


def test_what_its_files_include_goes_along_without_what_belongs_to_the_example(root: Path) -> None:
    _, included = own_files(root)

    assert included.keys() == {"fields.py"}


def test_its_translations_are_compiled_and_say_nothing_of_its_title(root: Path) -> None:
    found, _ = own_files(root)

    read = gettext.GNUTranslations(BytesIO(at(found, "django.mo")))
    assert read.gettext("title") == "제목"
    assert "msgid" in first(at(found, "django.po"))
    assert "Orders" not in first(at(found, "django.po"))
    assert first(at(found, "django.po")).startswith("# Korean for orders.\n")


def test_a_template_without_a_service_is_refused(tmp_path: Path) -> None:
    write_tree({"cookiecutter.json": b"{}"}, tmp_path / SERVICE_TEMPLATE)

    with pytest.raises(BookError, match=r"templates/service: no service in it$"):
        own_files(tmp_path)
