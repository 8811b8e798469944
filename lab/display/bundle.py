"""One base for everything that a cell shows."""

from functools import cache
from importlib.resources import files


@cache
def stylesheet() -> str:
    """The lab's few rules. They travel with each output, so that it looks the same in a notebook and on the site."""
    return files("lab.display").joinpath("lab.css").read_text(encoding="utf-8")


class Shown:
    """Shows itself as HTML where HTML can be drawn, and as text everywhere else.

    Subclasses give `html()`, without colours of their own for text or background, and `text()`.
    """

    def html(self) -> str:
        raise NotImplementedError

    def text(self) -> str:
        raise NotImplementedError

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {
            "text/plain": self.text(),
            "text/html": f'<div class="lab"><style>{stylesheet()}</style>{self.html()}</div>',
        }

    def __repr__(self) -> str:
        return self.text()
