"""What was made, as a person reads it."""

from collections.abc import Iterable

from {{ cookiecutter.namespace }}.runner.containers.images.made import Made

MEGABYTE = 1_000_000  # as the engines count


def rows(made: Iterable[Made]) -> list[str]:
    """A line for each image, beneath a line that says what the columns are."""
    lines = [f"{'image':<32}{'size':>8}{'added':>9}{'seconds':>9}"]
    for one in made:
        seconds = "there" if one.seconds is None else f"{one.seconds:.1f}"
        lines.append(f"{one.tag:<32}{_megabytes(one.image.size):>8}{_megabytes(one.added):>9}{seconds:>9}")
    return lines


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f}" if size < 10 * MEGABYTE else f"{size / MEGABYTE:.0f}"
