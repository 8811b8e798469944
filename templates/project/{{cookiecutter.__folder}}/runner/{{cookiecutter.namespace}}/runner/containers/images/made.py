"""What came of one image."""

from dataclasses import dataclass

from {{ cookiecutter.namespace }}.runner.containers.images.found import Image


@dataclass(frozen=True)
class Made:
    """An image that is there now, and the one beneath it. `seconds` is None where it was there, as it should be."""

    tag: str
    image: Image
    beneath: Image | None
    seconds: float | None

    @property
    def added(self) -> int:
        """The bytes that it adds to the image beneath."""
        return self.image.size - (self.beneath.size if self.beneath else 0)
