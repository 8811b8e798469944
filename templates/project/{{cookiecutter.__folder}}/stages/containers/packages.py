"""Inside the build: print every package of the image with its version and its licence, Debian's and Python's."""

import subprocess
import sys
from importlib.metadata import Distribution, distributions


def debian() -> list[str]:
    asked = ["dpkg-query", "--show", "--showformat", "debian ${Package} ${Version}\n"]
    said = subprocess.run(asked, check=True, capture_output=True, text=True)
    return said.stdout.splitlines()


def python() -> list[str]:
    found = {each.name.lower(): each for each in distributions()}
    return [f"python {name} {found[name].version} {_licence(found[name])}".rstrip() for name in sorted(found)]


def _licence(distribution: Distribution) -> str:
    """As an SPDX expression, or as its author put it where that is one word; else nothing."""
    said = distribution.metadata.get("License-Expression") or distribution.metadata.get("License") or ""
    return said if said and "\n" not in said and len(said) < 60 else ""


if __name__ == "__main__":
    sys.stdout.write("\n".join([*debian(), *python()]) + "\n")
