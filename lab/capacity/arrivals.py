"""When requests arrive."""

import random


def arrivals(rate: float, seconds: float, *, seed: int = 1) -> list[float]:
    """The moments, in seconds, at which `rate` requests a second arrive in the course of `seconds`.

    They come from many people who know nothing of one another: a Poisson process. Their number is fixed, though, so
    that a short measurement has the rate that it says; where they lie is chance, the same for the same `seed`.
    """
    chance = random.Random(seed)  # noqa: S311 (moments, no secret)
    return sorted(chance.uniform(0, seconds) for _ in range(round(rate * seconds)))
