from lab.capacity.open_load import OpenLoad


def test_who_waited_longer_than_their_patience_is_late():
    found = OpenLoad(seconds=2, times=[500, 1_500, 2_500, 3_500])

    assert found.late(patience=2) == 0.5
    assert OpenLoad(seconds=1, times=[]).late(patience=2) == 0


def test_the_table_speaks_of_no_users():
    assert "4 requests within 2.0 s, each at its own time" in OpenLoad(seconds=2, times=[1, 2, 3, 4]).text()
