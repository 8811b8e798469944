"""What came of the requests of a probe, and what that says about an outage."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Answer:
    """A request and its end. `sent` is in seconds since the fault began, `took` in seconds."""

    sent: float
    took: float
    status: str  # "200", or how it failed: "ConnectError", "timeout"

    @property
    def failed(self) -> bool:
        return not self.status.isdigit() or int(self.status) >= 400

    @property
    def ended(self) -> float:
        return self.sent + self.took


def time_to_return(answers: Sequence[Answer]) -> float:
    """Seconds from the first failed request to the first good answer after the last failed one.

    0 where nothing failed; inf where nothing good came afterwards.
    """
    failed = [one.sent for one in answers if one.failed]
    if not failed:
        return 0.0
    good_again = [one.ended for one in answers if not one.failed and one.sent > max(failed)]
    return min(good_again, default=math.inf) - min(failed)


def longest_gap(answers: Sequence[Answer]) -> float:
    """The longest time, in seconds, in which no good answer came, from the first request to the last one's end."""
    if not answers:
        return 0.0
    good = sorted(one.ended for one in answers if not one.failed)
    edges = [min(one.sent for one in answers), *good, max(one.ended for one in answers)]
    return max(later - earlier for earlier, later in pairwise(edges))
