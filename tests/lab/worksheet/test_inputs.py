"""The values that are tried in a number's place."""

from lab.worksheet.inputs import Input, plain


def test_the_nearest_comes_first_and_nothing_is_tried_beyond_the_range():
    tried = Input("people", "", 4, 1, 12, kind="whole").others(4)

    assert tried[:4] == [3, 5, 2, 6]
    assert sorted(tried) == [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12]


def test_amounts_have_two_digits():
    tried = Input("hours", "", 4, 0, 500).others(4)

    assert tried[:2] == [3.9, 4.1]
    assert all(float(f"{each:.2g}") == each for each in tried)


def test_nobody_is_wrong_by_more_than_a_factor_of_twenty():
    tried = Input("hours", "", 4, 0, 5_000).others(4)

    assert (min(tried), max(tried)) == (0.2, 80)


def test_what_is_zero_may_become_anything():
    assert max(Input("events", "", 0, 0, 100).others(0)) == 100


def test_yes_has_one_other():
    assert Input("keys", "", 0, 0, 1, kind="yes or no").others(1) == [0]


def test_numbers_have_no_zeros_at_their_end():
    assert [plain(each) for each in (1.5, 10, 1346.2, 0.5, 100.0)] == ["1.5", "10", "1,350", "0.5", "100"]
