import threading
from collections import defaultdict

from lab.checks.checking import judge
from lab.checks.registry import find


class Counted:
    """Right, and without a semaphore: a number for each feature, and one lock around all of them."""

    def __init__(self, places):
        self.places = places
        self.lock = threading.Lock()
        self.inside = defaultdict(int)

    def call(self, feature, view):
        with self.lock:
            if self.inside[feature] >= self.places:
                return 503
            self.inside[feature] += 1
        try:
            return view()
        finally:
            with self.lock:
                self.inside[feature] -= 1


class GivesBackWhatItNeverHad(Counted):
    def call(self, feature, view):
        try:
            with self.lock:
                self.inside[feature] += 1
                if self.inside[feature] > self.places:
                    self.inside[feature] -= 1
                    return 503
            return view()
        finally:
            with self.lock:
                self.inside[feature] -= 1


def test_places_may_be_counted_without_a_semaphore():
    assert judge(find("2.1.4"), Counted).passed


def test_whoever_is_sent_away_gives_no_place_back():
    assert "had no place to give back" in judge(find("2.1.4"), GivesBackWhatItNeverHad).line


def test_compartments_of_one_place_too_few_are_told_how_many_got_in():
    class Compartments:
        def __init__(self, places):
            self.places = places - 1
            self.all = {}

        def call(self, feature, view):
            place = self.all.setdefault(feature, threading.Semaphore(self.places))
            if not place.acquire(blocking=False):
                return 503
            try:
                return view()
            finally:
                place.release()

    assert "only 2 calls got in" in judge(find("2.1.4"), Compartments).line


def test_a_call_that_raises_where_it_should_say_503_is_told_its_error():
    class Raises(Counted):
        def call(self, feature, view):
            with self.lock:
                if self.inside[feature] >= self.places:
                    raise RuntimeError("full")
            return super().call(feature, view)

    assert "raised RuntimeError: full. Who finds no place is told 503" in judge(find("2.1.4"), Raises).line
