import pytest

from lab.checks.checking import judge
from lab.checks.registry import find

HOMES = {
    "vid": "clever.service.vid",
    "player": "clever.service.player",
    "app": "clever.service.app",
    "archive": "clever.service.app",
}


class WithAMethodOfItsOwn:
    def home(self, model):
        return HOMES.get(model._meta.app_label, "default")

    def db_for_read(self, model, **hints):
        return self.home(model)

    def db_for_write(self, model, instance=None, **hints):
        return self.home(model)


class SaysNothingOfOthers(WithAMethodOfItsOwn):
    def home(self, model):
        return HOMES.get(model._meta.app_label)


class ReadsOnly:
    def db_for_read(self, model, **hints):
        return HOMES.get(model._meta.app_label, "default")


class Needy(WithAMethodOfItsOwn):
    def __init__(self, table):
        self.table = table


def test_a_router_may_be_written_in_another_way():
    verdict = judge(find("2.3.1"), WithAMethodOfItsOwn)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("router", "said"),
    [
        (SaysNothingOfOthers, "a content type, asked for by a row that came from"),
        (ReadsOnly, "has no db_for_write"),
        (Needy, "without any argument"),
        (WithAMethodOfItsOwn(), "A class is wanted"),
    ],
)
def test_it_says_what_is_wrong(router, said):
    verdict = judge(find("2.3.1"), router)

    assert not verdict.passed
    assert said in verdict.text()
