"""The servers that a lesson can have, one of each kind at a time unless it asks for another."""

from typing import TYPE_CHECKING, cast

from lab.engines.handle import Engine, one_at_a_time, one_line
from lab.engines.with_replicas import TITLE, PostgreSQL

if TYPE_CHECKING:
    from clever.runner.engines.postgresql import Lag


def postgresql(*, another: bool = False) -> PostgreSQL:
    """A PostgreSQL server of this notebook's own: `url = lab.postgresql().create("shop", afresh=True)`.

    The one that runs already is used again, so a cell can be run twice; with `another`, one more is started.
    Raises LabError where it is not installed or does not start.
    """
    return cast("PostgreSQL", one_at_a_time(PostgreSQL, TITLE, PostgreSQL, another=another))


def redis(*, another: bool = False) -> Engine:
    """A Redis server of this notebook's own: `lab.redis().url()` is a CACHE_URL. See `postgresql` for the rest."""
    from clever.runner.engines.redis import private_redis

    return one_at_a_time(Engine, "Redis", lambda: Engine("Redis", private_redis()), another=another)


def sshd(*, another: bool = False) -> Engine:
    """An ssh server of this notebook's own, into which its reader may log in. See `postgresql` for the rest.

    `ssh`, `rsync` and `fabric` are what these three need to be told: `[*server.ssh, "uname"]`.
    """
    from clever.runner.engines.sshd import private_sshd

    return one_at_a_time(Engine, "ssh server", lambda: Engine("ssh server", private_sshd()), another=another)


def registry(*, another: bool = False, largest: int | None = None) -> Engine:
    """A registry of images of this notebook's own: `lab.registry().address` goes before an image's name.

    With `largest`, one that can write no file of more bytes, as if its disk were full by then. See `postgresql` for
    the rest.
    """
    from clever.runner.engines.registry import private_registry

    title = "registry" if largest is None else "registry with little room"
    return one_at_a_time(Engine, title, lambda: Engine(title, private_registry(largest=largest)), another=another)


def replay_lag(primary: Engine, replica: Engine) -> "Lag":
    """How far a replica is behind its primary now: `.bytes` of the primary's log, and `.seconds`."""
    from clever.runner.engines.postgresql import replay_lag as measured

    # The handles answer what the runner's own objects would.
    return one_line(measured)(primary, replica)  # type: ignore[arg-type]
