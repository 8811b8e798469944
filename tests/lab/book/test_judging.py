import pytest

import lab
from lab.book.judging import judge
from lab.measure.spread import Spread


@pytest.mark.parametrize(
    ("measured", "bound", "holds"),
    [
        (1.3, {"at_least": 1.2}, True),
        (1.1, {"at_least": 1.2}, False),
        (0.5, {"at_most": 0.8}, True),
        (0.9, {"at_most": 0.8}, False),
        (Spread(11, 10.6, 12), {"more_than": Spread(10, 9, 10.5)}, True),
        (Spread(11, 10, 12), {"more_than": Spread(10, 9, 10.5)}, False),
        (Spread(5, 1, 9), {"less_than": Spread(10, 9, 11)}, True),
        (Spread(10, 9, 11), {"less_than": Spread(5, 1, 9)}, False),
    ],
)
def test_a_claim_goes_by_direction(measured, bound, holds):
    [(way, value)] = bound.items()

    assert judge(way, measured, value, "x")[0] is holds


@pytest.mark.parametrize("bound", [{"at_least": 1.05}, {"at_most": 0.95}, {"at_most": 0}])
def test_a_claim_within_the_noise_is_refused(bound):
    with pytest.raises(lab.LabError, match="cannot be told from chance"):
        lab.claim("id", 2, **bound)


@pytest.mark.parametrize("way", ["at_least", "at_most"])
def test_an_absolute_figure_is_never_claimed(way):
    with pytest.raises(lab.LabError, match=f"{way} is for factors, and this is in ms: claim more_than or less_than"):
        judge(way, 300, 200, "ms")
