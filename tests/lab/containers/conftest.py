"""One small image, built once, for all tests of a worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import lab
from lab.containers.engine import said

PYTHON = "python:3.13-slim-trixie"
TAG = "lab-tests/cafe:1"

DOCKERFILE = f"""FROM {PYTHON}
WORKDIR /cafe
COPY secret.txt .
RUN rm secret.txt
COPY menu.txt .
CMD ["python", "-m", "http.server", "8000"]
"""


@pytest.fixture(scope="session")
def cafe_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the image is built of."""
    folder = tmp_path_factory.mktemp("cafe")
    (folder / "Dockerfile").write_text(DOCKERFILE)
    (folder / "menu.txt").write_text("latte")
    (folder / "secret.txt").write_text("the machine's real password")
    return folder


@pytest.fixture(scope="session")
def cafe(cafe_folder: Path) -> Iterator[lab.containers.Image]:
    """An image that serves its own folder on port 8000."""
    lab.containers.need(PYTHON)
    yield lab.containers.build(cafe_folder, TAG, network=False)
    said("rmi", "--force", TAG)
