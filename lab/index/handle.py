"""The private index as a notebook holds it."""

import tempfile
from pathlib import Path
from typing import cast

import httpx2
from packaging.utils import parse_wheel_filename

from lab.engines.handle import Engine, one_at_a_time
from lab.errors import LabError
from lab.index.server import USER, private_devpi
from lab.index.uv import Reach, uv
from lab.index.wheels import build
from lab.where import ROOT

TITLE = "Private index"
JSON = "application/vnd.pypi.simple.v1+json"


def private_index(*, another: bool = False) -> "Index":
    """A package index of this notebook's own, empty at first. See `lab.postgresql` for what a second call does.

    Raises LabError where devpi is not here: `lab.get_devpi()` fetches it.
    """
    return cast("Index", one_at_a_time(Index, TITLE, Index, another=another))


class Index(Engine):
    """A running index. `url` is what `uv pip install --index` takes."""

    def __init__(self) -> None:
        super().__init__(TITLE, private_devpi())

    def publish(self, package: str | Path) -> str:
        """Publish a wheel, or the folder of a project, whose wheel is built first. Returns `name==version`.

        Once is for ever: publishing the same wheel again changes nothing, and another one of that version is refused.
        Raises LabError for that, and for a folder that cannot be built.
        """
        with tempfile.TemporaryDirectory(prefix="lab-wheels-") as scratch:
            place = Path(package) if Path(package).exists() else ROOT / package
            wheel = place if place.suffix == ".whl" else build(place, Path(scratch))
            name, version, *_ = parse_wheel_filename(wheel.name)
            secret = {"UV_PUBLISH_USERNAME": USER, "UV_PUBLISH_PASSWORD": str(self.password)}  # and no argument
            try:
                to = ["--trusted-publishing=never", "--publish-url", self.upload_url]
                uv("publish", *to, wheel, reach=Reach.NAMED, environment=secret)
            except LabError as error:
                if "409" in error.detail or "403" in error.detail:
                    raise LabError(
                        f"{name} {version} is there already, with other content: give yours a new number"
                    ) from error
                raise
        return f"{name}=={version}"

    def versions(self, name: str) -> list[str]:
        """The versions of a package, from the oldest to the newest; none where the index does not know it."""
        answer = httpx2.get(f"{self.url}{name}/", headers={"Accept": JSON}, timeout=10, trust_env=False)
        if answer.status_code == httpx2.codes.NOT_FOUND:
            return []
        found = {parse_wheel_filename(file["filename"])[1] for file in answer.json()["files"]}
        return [str(version) for version in sorted(found)]
