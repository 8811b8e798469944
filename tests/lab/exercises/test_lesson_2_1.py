import threading
from collections import defaultdict

from lab.checks.checking import judge
from lab.checks.registry import exercises, find


def test_a_folder_of_checks_is_found_like_a_file():
    assert [id for id in exercises() if id.startswith("2.1.")] == ["2.1.1", "2.1.2", "2.1.3", "2.1.4"]


def test_what_is_waiting_may_be_given_as_any_sequence():
    assert judge(find("2.1.1"), lambda release, applied: tuple(one for one in release if one not in applied)).passed


def test_what_is_waiting_in_another_order_is_another_answer():
    assert not judge(find("2.1.1"), lambda release, applied: sorted(set(release) - applied)).passed


def test_a_feature_may_be_collected_in_a_loop():
    def blast_radius(answers):
        hurt = set()
        for feature, status in answers:
            if str(status)[0] not in "1234":
                hurt.add(feature)
        return hurt

    assert judge(find("2.1.2"), blast_radius).passed


def test_a_list_of_features_is_told_that_a_set_is_wanted():
    verdict = judge(find("2.1.2"), lambda answers: [feature for feature, _ in answers])

    assert not verdict.passed
    assert "A set of features is wanted" in verdict.line


def test_a_gate_that_lets_nobody_through_is_no_gate():
    assert "in the end release 1 is live" in judge(find("2.1.3"), lambda *_: False).line


def test_a_gate_that_asks_a_stopped_server_is_told_so():
    def deploy(new, old, check, start, ask, switch):
        if not check(new):
            return False
        rehearsal = start(new)
        rehearsal.stop()
        return not ask(rehearsal)

    assert "after you had stopped it" in judge(find("2.1.3"), deploy).line


def test_compartments_may_be_counted_by_hand_under_a_lock():
    class Compartments:
        def __init__(self, places):
            self.places, self.lock, self.inside = places, threading.Lock(), defaultdict(int)

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

    assert judge(find("2.1.4"), Compartments).passed


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
