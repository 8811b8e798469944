"""The simplest index that there is: a page of links for each package, as PEP 503 has it, and nobody who checks."""

import shutil
from html import escape
from pathlib import Path

from packaging.utils import parse_wheel_filename

from lab.errors import LabError
from lab.running.commands import process
from lab.running.ports import HOST, free_port
from lab.running.processes import Process


def simple_index(*wheels: Path, folder: Path | str) -> Process:
    """Serve these wheels as an index: its `url`, with `/simple/` behind it, is what `uv pip install --index` takes.

    The pages are written to `folder`, in which nothing else may be. It ends with the notebook at the latest.
    """
    place = Path(folder).resolve()
    _clear(place)
    links: dict[str, list[str]] = {}
    for wheel in wheels:
        name = parse_wheel_filename(wheel.name)[0]
        page = place / "simple" / name
        page.mkdir(parents=True, exist_ok=True)
        shutil.copy(wheel, page)
        links.setdefault(name, []).append(f'<a href="{escape(wheel.name)}">{escape(wheel.name)}</a>')
    for package, its in links.items():
        (place / "simple" / package / "index.html").write_text("<!DOCTYPE html>" + "<br>".join(its), encoding="utf-8")
    port = free_port()
    command = ["python", "-m", "http.server", str(port), "--bind", HOST, "--directory", str(place)]
    server = process(command, ready_url=f"http://{HOST}:{port}/simple/")
    server.name = f"the index {place.name}"
    return server


def _clear(place: Path) -> None:
    """Remove what an earlier run of the cell left, and nothing else."""
    if place.exists():
        if strange := [one.name for one in place.iterdir() if one.name != "simple"]:
            raise LabError(f"{place.name} holds {strange[0]}, which is no page of an index: name another folder")
        shutil.rmtree(place)
    (place / "simple").mkdir(parents=True)
