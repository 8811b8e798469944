import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


@pytest.mark.parametrize(
    ("index", "passes"),
    [
        ("create index if not exists mine on orders (drink_id, placed desc)", True),
        ('CREATE INDEX "of a drink" ON "orders" ("drink_id", "placed")', True),
        ("CREATE INDEX mine ON orders (drink_id, placed) WHERE paid", False),
        ("CREATE INDEX mine ON orders (drink_id, date(placed))", False),
    ],
)
def test_an_index_is_judged_by_what_it_does_and_not_by_how_it_is_written(index, passes):
    assert judge(find("1.6.2"), index).passed is passes
