"""Run the site generator over the assembled pages, once a language."""

import os
import subprocess
import sys

from workbook.book import Book
from workbook.errors import BookError
from workbook.site.assemble import Say

CONFIGURATIONS = ("mkdocs.yml", "mkdocs.ko.yml")


def generate(book: Book, say: Say = lambda line: None) -> None:
    """Build `site/` and, inside it, `site/ko/`. Raises BookError with what the generator said if it is not content."""
    for configuration in CONFIGURATIONS:  # English first: it clears the folder that Korean then builds into
        say(f"building: {configuration}")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", configuration]
        # Material would announce, on each build, that MkDocs has a successor in the making.
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "true"}
        ran = subprocess.run(command, cwd=book.root, env=environment, capture_output=True, text=True, check=False)
        if ran.returncode:
            raise BookError(f"{configuration}: {(ran.stdout + ran.stderr).strip()}")
