import copy
import pickle

from lab.measure.spread import Spread, as_spread, clearly_more


def test_a_spread_is_the_number_in_the_middle():
    spread = Spread.of([3.0, 1.0, 2.0])

    assert spread == 2
    assert spread * 2 == 4
    assert (spread.low, spread.high) == (1, 3)
    assert str(spread) == "2 (1 to 3)"


def test_a_spread_survives_copies():
    spread = Spread(2, 1, 3)

    for twin in (copy.copy(spread), pickle.loads(pickle.dumps(spread))):
        assert (float(twin), twin.low, twin.high) == (2, 1, 3)


def test_a_plain_number_has_no_spread():
    assert (as_spread(5).low, as_spread(5).high) == (5, 5)


def test_more_by_the_margin_is_clearly_more():
    assert clearly_more(Spread(12, 5, 20), Spread(10, 5, 20))


def test_more_with_every_measurement_is_clearly_more():
    assert clearly_more(Spread(11, 10.6, 11.5), Spread(10, 9.5, 10.5))


def test_a_little_more_within_the_spread_is_not_clear():
    assert not clearly_more(Spread(11, 10, 12), Spread(10, 9, 11))
    assert not clearly_more(Spread(10, 9, 11), Spread(11, 10, 12))
