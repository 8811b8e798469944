"""Erlang's formula for a queue in front of several workers. A. K. Erlang published it in 1917, for telephones."""

from lab.errors import LabError


def erlang_c(workers: int, offered_load: float) -> float:
    """How probable it is that a request has to wait for a worker at all.

    `offered_load` is the arrival rate times the service time: how many workers would be busy on average if there were
    enough of them. Arrivals are taken to be independent of one another (Poisson), service times to be exponential.
    Returns 1.0 where the workers cannot keep up. Raises LabError for less than one worker or a negative load.
    """
    if workers < 1 or offered_load < 0:
        raise LabError(
            f"there is no queue with {workers} workers and an offered load of {offered_load:g}: "
            "give at least one worker, and a load of zero or more"
        )
    if offered_load >= workers:
        return 1.0
    blocked = 1.0  # Erlang's B formula, worker by worker: factorials would overflow
    for number in range(1, workers + 1):
        blocked = offered_load * blocked / (number + offered_load * blocked)
    return blocked / (1 - offered_load / workers * (1 - blocked))
