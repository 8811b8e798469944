"""One schema as it is sent, and another one that it is read by."""

from typing import Any

from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.fitting import PROVABLE, misfits
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.misfits import Misfit
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.named import Named
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.sealing import sealed
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.walk import Walk


def between(sender: Any, reader: Any, *, sent: Any = (), read: Any = ()) -> list[Misfit]:
    """What does not fit. `sent` and `read` are the schemas that either side has names for."""
    names = Named({name: sealed(schema) for name, schema in dict(sent).items()}), Named(dict(read))
    return misfits(sealed(sender), reader, Walk(*names))


def told(sender: Any, reader: Any, **names: Any) -> list[tuple[str, str]]:
    """The kind and the place of each."""
    return [(each.kind.name, ".".join(each.field)) for each in between(sender, reader, **names)]


def fit(sender: Any, reader: Any, **names: Any) -> bool:
    """Whether every value that is sent is right for the reader, be it read or ignored."""
    return not any(each.kind in PROVABLE for each in between(sender, reader, **names))
