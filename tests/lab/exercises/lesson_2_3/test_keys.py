import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def at_length(keys, table):
    def home(name):
        app = name.split(".")[0]
        return table.get(app, "default")

    found = []
    for field, other in keys:
        if home(field) != home(other):
            found.append(field)
    return tuple(found)


def by_app(keys, table):
    return [field for field, other in keys if field.split(".")[0] != other.split(".")[0]]


def known_apps_only(keys, table):
    apps = [(field, field.split(".")[0], other.split(".")[0]) for field, other in keys]
    return [field for field, one, two in apps if one in table and two in table and table[one] != table[two]]


def one_by_one(keys, table):
    yield from at_length(keys, table)


def without_their_order(keys, table):
    return list(set(at_length(keys, table)))


def in_the_order_of_the_alphabet(keys, table):
    return sorted(at_length(keys, table))


@pytest.mark.parametrize("answer", [at_length, one_by_one])
def test_it_may_be_written_at_length(answer):
    verdict = judge(find("2.3.4"), answer)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (by_app, "share one database"),
        (known_apps_only, "users live in 'default'"),
        (without_their_order, "order"),
        (in_the_order_of_the_alphabet, "in the order in which you were given them"),
    ],
)
def test_it_says_what_is_wrong(answer, said):
    verdict = judge(find("2.3.4"), answer)

    assert not verdict.passed
    assert said in verdict.text()
