"""Names of images that nobody needs any more."""

from contextlib import suppress

from lab.containers.engine import said
from lab.errors import LabError


def forget(*names: str) -> None:
    """Take these names away. An image without a name goes, and so do those of its layers that no other image has.

    One that is not here is forgotten already, and one that a container runs is left alone.
    """
    for name in names:
        with suppress(LabError):
            said("rmi", name)
