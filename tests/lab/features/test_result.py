from lab.fault.answers import Answer
from lab.features import RollCall

FOUND = RollCall(
    "a server",
    {
        "vid": [Answer(0.0, 0.01, "200"), Answer(0.1, 0.01, "200")],
        "coupon": [Answer(0.1, 0.01, "500"), Answer(0.0, 0.01, "200")],
        "link": [Answer(0.0, 0.01, "ConnectionRefusedError"), Answer(0.1, 0.01, "404")],
    },
)


def test_a_feature_answers_when_none_of_its_requests_failed():
    assert FOUND.answering == ["vid"]
    assert (FOUND.requests, FOUND.failed) == (6, 3)


def test_statuses_are_counted_for_all_features_or_for_some():
    assert FOUND.statuses() == {"200": 3, "404": 1, "500": 1, "ConnectionRefusedError": 1}
    assert FOUND.statuses("vid") == {"200": 2}


def test_the_table_says_it_in_words_and_the_plot_to_those_who_cannot_see_it():
    assert "a server: 1 of 3 features answered every time" in FOUND.text()
    assert "1 × 200, 1 × 500" in FOUND.text()
    assert "vid: 0 of 2 failed; coupon: 1 of 2 failed" in FOUND.html()


def test_where_all_is_well_there_is_nothing_to_plot():
    calm = RollCall("a server", {"vid": [Answer(0.0, 0.01, "200")]})

    assert "<svg" not in calm.html()
