from lab.checks.checking import judge
from lab.checks.registry import exercises, find


def test_a_folder_of_checks_is_found_like_a_file():
    assert [id for id in exercises() if id.startswith("2.1.")] == ["2.1.1", "2.1.2", "2.1.3", "2.1.4"]


def test_what_is_waiting_may_be_given_as_any_sequence():
    assert judge(find("2.1.1"), lambda release, applied: tuple(one for one in release if one not in applied)).passed


def test_what_is_waiting_may_be_told_one_by_one():
    def waiting(release, applied):
        for migration in release:
            if migration not in applied:
                yield migration

    assert judge(find("2.1.1"), waiting).passed


def test_what_is_waiting_in_another_order_is_another_answer():
    assert not judge(find("2.1.1"), lambda release, applied: sorted(set(release) - applied)).passed


def test_the_order_of_a_set_is_never_right_by_luck():
    assert not judge(find("2.1.1"), lambda release, applied: set(release) - applied).passed
    assert not judge(find("2.1.1"), lambda release, applied: list(set(release) - applied)).passed


def test_it_says_what_was_given_what_was_expected_and_why():
    line = judge(find("2.1.1"), lambda release, applied: []).line

    assert "The release brings coupon.0001_initial, coupon.0002_campaign_priority" in line
    assert "the database has coupon.0001_initial" in line
    assert "So coupon.0003_campaign_colour should be waiting: the database has the other two" in line
    assert "You say: nothing" in line


def test_names_without_their_app_are_quoted_as_they_came():
    def names(release, applied):
        return [name for app, name in release if (app, name) not in applied]

    assert "You say: '0003_campaign_colour'" in judge(find("2.1.1"), names).line
