from lab.differences.changes import changes


def test_only_what_differs_is_listed():
    assert changes({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4}) == [("b", "2", "3"), ("c", "-", "4")]


def test_trees_are_compared_by_dotted_keys():
    left = {"seams": {"PLAYER_URL": "local:", "VID_URL": "local:"}}
    right = {"seams": {"PLAYER_URL": "http://127.0.0.1:8002", "VID_URL": "local:"}}

    assert changes(left, right) == [("seams.PLAYER_URL", "local:", "http://127.0.0.1:8002")]


def test_of_long_lists_only_the_elements_that_differ_are_shown():
    assert changes({"APPS": ["a", "b", "c"]}, {"APPS": ["a", "c", "d"]}) == [("APPS", "only here: b", "only here: d")]


def test_another_order_is_a_difference():
    assert changes({"M": ["a", "b"]}, {"M": ["b", "a"]}) == [("M", "a, b", "b, a")]


def test_tables_in_a_list_are_known_by_their_names():
    left = {"process": [{"name": "web", "port": 1}, {"name": "worker", "port": 2}]}
    right = {"process": [{"name": "worker", "port": 3}, {"name": "web", "port": 1}]}

    assert changes(left, right) == [("process.worker.port", "2", "3")]


def test_false_and_nothing_are_told_apart():
    assert changes({"DEBUG": False}, {}) == [("DEBUG", "False", "-")]
    assert changes({"X": None}, {}) == [("X", "None", "-")]
