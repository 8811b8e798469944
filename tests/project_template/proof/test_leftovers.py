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


@pytest.mark.parametrize(
    "text",
    [
        b"| `vid` | `/api/vid/` |",
        b"set `COUPON_DATABASE_URL`",
        b"ask at /api/player/players",
        b"from acme.contracts.notice import Notice",
        b"pip install acme-stage-split[link]",
    ],
)
def test_a_service_that_is_not_there_is_not_told_of(tmp_path: Path, text: bytes) -> None:
    [line] = found(tmp_path, "stages/split/README.md", text)

    assert line.endswith(", which is not there")


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("stages/split/README.md", b"a link to an app, and a notice of it"),
        ("permittee/README.md", b"`coupon` asks"),
        ("kit/x.py", b'"/api/coupon/"'),
    ],
)
def test_a_word_that_is_no_services_name_may_be_used(tmp_path: Path, place: str, text: bytes) -> None:
    assert found(tmp_path, place, text) == []


def test_a_service_that_is_there_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "services/vid").mkdir(parents=True)
    (tmp_path / "services/vid/pyproject.toml").touch()

    assert found(tmp_path, "README.md", b"`vid` makes tokens") == []
