"""A problem is known by its type, which is made from its name."""

import pkgutil
from collections import Counter
from importlib import import_module

import {{ cookiecutter.namespace }}.contracts
from {{ cookiecutter.namespace }}.kit.problems import Problem


def subclasses(cls: type[Problem]) -> list[type[Problem]]:
    return [below for child in cls.__subclasses__() for below in (child, *subclasses(child))]


def test_no_two_problems_share_a_type() -> None:
    for module in pkgutil.iter_modules({{ cookiecutter.namespace }}.contracts.__path__):
        if not module.ispkg:
            import_module(f"{{ cookiecutter.namespace }}.contracts.{module.name}")
    declared = [cls.type() for cls in set(subclasses(Problem)) if cls.__module__.startswith("{{ cookiecutter.namespace }}.")]

{% if cookiecutter.example == "yes" %}    assert len(declared) > 30
{% else %}    assert len(declared) > 5
{% endif %}    assert [name for name, times in Counter(declared).items() if times > 1] == []
