import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


class Remembers:
    """Right, and written the other way round: what is known has a moment from which on it is not trusted."""

    def __init__(self, ask, now):
        self.ask, self.now, self.until, self.known = ask, now, None, frozenset()

    def status(self, operation):
        if not self.fresh():
            until = self.now() + 5
            try:
                self.known = self.ask()
            except OSError:
                return 503
            self.until = until
        return {True: 200, False: 403}[operation in self.known] if self.fresh() else 503

    def fresh(self):
        return self.until is not None and self.now() < self.until


class RefusesWhenInDoubt(Remembers):
    def status(self, operation):
        found = super().status(operation)
        return 403 if found == 503 else found


class TrustsForSix(Remembers):
    def fresh(self):
        return self.until is not None and self.now() < self.until + 1


class TrustsWhatCameLate(Remembers):
    def status(self, operation):
        found = super().status(operation)
        return 200 if found == 503 and operation in self.known else found


def test_another_way_to_write_it_is_right_too():
    assert judge(find("2.4.4"), Remembers).passed


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (RefusesWhenInDoubt, "503 is wanted, and you return 403"),
        (TrustsForSix, "revoked 5 s ago"),
        (TrustsWhatCameLate, "on its way for 6 s"),
    ],
)
def test_what_is_wrong_is_named(answer, told):
    assert told in judge(find("2.4.4"), answer).line
