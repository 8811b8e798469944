"""A template's text with its answers in it, as cookiecutter itself renders it."""

from functools import cache, lru_cache

from cookiecutter.environment import StrictEnvironment
from jinja2 import Template


def rendered(text: str, **answers: str) -> str:
    """Raises jinja2.UndefinedError for an answer that is not given."""
    return _template(text).render(cookiecutter=answers)


@cache
def environment() -> StrictEnvironment:
    return StrictEnvironment(context={"cookiecutter": {}}, keep_trailing_newline=True)


@lru_cache(maxsize=5000)
def _template(text: str) -> Template:
    return environment().from_string(text)
