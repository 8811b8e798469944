from lab.checks.checking import judge
from lab.checks.registry import exercises, find


def test_a_folder_of_checks_is_found_like_a_file():
    assert [id for id in exercises() if id.startswith("2.1.")] == ["2.1.1", "2.1.2", "2.1.3", "2.1.4"]


def test_what_is_waiting_may_be_given_as_any_sequence():
    assert judge(find("2.1.1"), lambda release, applied: tuple(one for one in release if one not in applied)).passed


def test_what_is_waiting_in_another_order_is_another_answer():
    assert not judge(find("2.1.1"), lambda release, applied: sorted(set(release) - applied)).passed
