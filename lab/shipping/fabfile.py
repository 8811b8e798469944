"""Ships a folder to another machine: releases side by side, and one link that says which of them is live.

fab -H there deploy        # the next release: checked, switched to, watched, and taken back if it is not well
fab -H there releases      # which there are, and which is live
fab -H there rollback      # back to the one before

fabric.json beside this file says the rest, under `ship`: `root` is the folder over there, `url` is where the program
answers, `python` is the Python that it runs on, and `keep` says how many releases stay.
"""

import sys
import time
from shlex import quote

import httpx2
from fabric import Connection, task  # type: ignore[import-untyped]  # Fabric ships no types
from invoke import Exit, UnexpectedExit

PATIENCE = 30.0
"""Seconds in which a new release has to answer for itself."""


@task
def deploy(there: Connection, folder: str = "cafe") -> None:
    """Ship `folder` as the next release. If it is not well, the release before is live again."""
    release, before = max(found(there), default=0) + 1, live(there)
    upload(there, folder, release)
    switch(there, release)
    if not before:
        say(f"release {release} is the first: start the program now")
    elif is_well(there.ship.url, release):
        remove(there, spare(found(there), release, there.ship.keep))
        say(f"release {release} is live, release {before} waits behind it")
    else:
        switch(there, before)
        remove(there, [release])  # or a later rollback would lead to it
        again = "is live again" if is_well(there.ship.url, before) else "is back, and not well either"
        raise Exit(f"release {release} is not well: release {before} {again}")


@task
def rollback(there: Connection) -> None:
    """Make the release before the live one live."""
    now = live(there)
    earlier = [release for release in found(there) if now and release < now]
    if not earlier:
        raise Exit("there is no release to go back to")
    switch(there, max(earlier))
    if not is_well(there.ship.url, max(earlier)):
        raise Exit(f"release {max(earlier)} is live, but not well")
    say(f"release {max(earlier)} is live again")


@task
def releases(there: Connection) -> None:
    """Say which releases there are, and which is live."""
    now = live(there)
    for release in found(there):
        say(f"{release} (live)" if release == now else str(release))


def upload(there: Connection, folder: str, release: int) -> None:
    """Copy a folder to where nobody looks yet, and see that it can be imported there."""
    # Without -p: of two who ship at the same time, the second is stopped here.
    run(there, f"mkdir -p releases shared && mkdir releases/{release}")
    place = f"{there.original_host}:{there.ship.root}/releases/{release}/"
    try:
        there.local(f"rsync -a --exclude=__pycache__ {quote(folder)}/ {quote(place)}", hide=True, in_stream=False)
        run(there, f"cd releases/{release} && {quote(there.ship.python)} -c 'import app'")
    except UnexpectedExit as error:
        remove(there, [release])
        raise Exit(f"release {release} never went live: {error.result.stderr.strip()}") from error


def switch(there: Connection, release: int) -> None:
    """Make a release live in one step: at no moment is there no link, or one that leads nowhere."""
    # A rename is one step, and replaces what was there. `ln -sfn` may remove the old link before it makes the new one.
    rename = "import os; os.replace('next', 'current')"
    run(there, f"ln -sfn releases/{release} next && {quote(there.ship.python)} -c {quote(rename)}")
    run(there, "test ! -e shared/web.pid || kill -HUP $(cat shared/web.pid)")


def is_well(url: str, release: int) -> bool:
    """Whether the program answers well, once it is this release that answers. False if it never does."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            answer = httpx2.get(url, timeout=2, trust_env=False)
        except httpx2.TransportError:
            answer = None
        if answer is not None and answer.headers.get("X-Release") == str(release):
            return answer.is_success
        time.sleep(0.05)
    return False


def found(there: Connection) -> list[int]:
    """The releases over there, from the oldest to the newest."""
    names = run(there, "mkdir -p releases && ls releases").split()
    return sorted(int(name) for name in names if name.isdecimal())


def live(there: Connection) -> int | None:
    """The release that is live, if one is."""
    name = run(there, "readlink current || true").strip().removeprefix("releases/")
    return int(name) if name else None


def spare(numbers: list[int], now: int, keep: int) -> list[int]:
    """Which releases may go: all but the newest `keep`, and never the live one."""
    newest = sorted(numbers)[-keep:] if keep > 0 else []
    return [number for number in numbers if number != now and number not in newest]


def remove(there: Connection, numbers: list[int]) -> None:
    """Delete releases."""
    for number in numbers:
        run(there, f"rm -rf releases/{number}")


def run(there: Connection, command: str) -> str:
    """Run a command in the folder over there, and return what it said."""
    root = quote(there.ship.root)
    return str(there.run(f"mkdir -p {root} && cd {root} && {command}", hide=True, in_stream=False).stdout)


def say(line: str) -> None:
    """Print a line, and at once: who ships likes to see how far it is."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
