from pathlib import Path

import pytest

from workbook.project_template.proof.leftovers import leftovers


def found(folder: Path, place: str, content: bytes) -> list[str]:
    file = folder / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return list(leftovers(folder))


@pytest.mark.parametrize(
    ("place", "content"),
    [
        ("kit/settings.py", b"from clever.kit import x"),
        ("README.md", b"as a lesson shows"),
        ("README.md", b"Clever, all of it"),
        ("kit/clever/x.py", b""),
        ("x.mo", b"\0clever-kit\0"),
        ("x.toml", "zone = '«time_zone»'".encode()),
        ("x.py", b"{{ cookiecutter.namespace }}"),
        ("x.yaml", b'{% if cookiecutter.stage == "split" %}'),
        ("x.conf", b"{% if stage %}"),
        ("stages/split/stage.toml", b"[projects.qzfirstservice]"),
    ],
)
def test_what_a_project_was_made_of_is_found_with_its_place(tmp_path: Path, place: str, content: bytes) -> None:
    [first, *_] = found(tmp_path, place, content)

    assert first.startswith(f"{place}: ")


@pytest.mark.parametrize(
    ("place", "content"),
    [
        ("kit/page.html", b"{% if user %}{{ user }}{% endif %}"),
        ("templates/service/x.py", b"{{ cookiecutter.service_name }}"),
        ("scaffolding/x.py", b'"cookiecutter.json"'),
        ("LICENSES/template.txt", b"Just Enough Architecture"),
        ("README.md", b"cleverly, in the label of a laboratory"),
        ("x.mo", "\0작성«\0".encode()),
    ],
)
def test_what_is_meant_is_none(tmp_path: Path, place: str, content: bytes) -> None:
    assert found(tmp_path, place, content) == []
