"""A stage as somebody sees it who moves, saves or puts back what it keeps, wherever it runs."""

from {{ cookiecutter.namespace }}.runner.houses.finding import find_house
from {{ cookiecutter.namespace }}.runner.houses.house import Database, House, Keeping

__all__ = ["Database", "House", "Keeping", "find_house"]
