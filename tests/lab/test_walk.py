from lab import walk


def test_a_reader_leaves_no_events():
    walk.note("check", "1.1.1", passed=True)

    assert not walk.walking()


def test_a_walk_collects_a_line_for_each_event(events):
    walk.note("check", "1.1.1", passed=True)
    walk.note("record", "1.1-servers", measured=1.5)

    assert walk.walking()
    assert events() == [
        {"kind": "check", "id": "1.1.1", "passed": True},
        {"kind": "record", "id": "1.1-servers", "passed": None, "measured": 1.5},
    ]
