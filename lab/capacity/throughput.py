"""How many requests a second a number of workers complete who share processors."""

import math


def throughput(*, computing: float, waiting: float, workers: int, processors: float) -> float:
    """Requests a second, when there is always another one to begin with.

    Each request computes for `computing` seconds and waits for somebody else for `waiting` seconds, and its worker is
    busy with it all the time. Of those that compute at the same moment, no more than `processors` go on at full speed.

    In textbooks this is the machine repairman, a closed queueing network of a processor-sharing station and a delay.
    Its result depends on the two means alone, whatever the distributions around them look like.
    """
    if waiting == 0:
        return min(workers, processors) / computing if computing else math.inf
    # How probable it is that so many compute at once, each against the one before. As logarithms: products overflow.
    odds = [0.0]
    for together in range(1, workers + 1 if computing else 1):
        begin = (workers - together + 1) / waiting
        end = min(together, processors) / computing
        odds.append(odds[-1] + math.log(begin / end))
    weights = [math.exp(one - max(odds)) for one in odds]
    # Whoever waits is done at its own pace; as many leave that part as leave the other.
    still_waiting = sum(weight * (workers - together) for together, weight in enumerate(weights)) / sum(weights)
    return still_waiting / waiting
