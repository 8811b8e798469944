"""Swarm mode, which is a state of the whole engine: begun only where nobody has, and left only by who began it."""

import atexit
import json
import os
from contextlib import suppress
from typing import Any

import psutil

from lab.containers.engine import engine, said
from lab.errors import LabError
from lab.running.ports import HOST
from lab.swarm.remains import forget, stack_name

MINE = "clever.notebook"  # the label of the node, with the process that began the swarm
STATE = "clever.state=here"  # by which the stack finds the machine that keeps volumes
GATEWAY = "docker_gwbridge"  # the network that a swarm makes beside its own, and leaves behind
USUAL = ("", "bridge", "host", "none")  # networks without names
NEW_GATEWAY = "clever.gateway.new"  # the label that says whether it was not there before


def begin() -> None:
    """Make this engine a swarm of one machine. What a notebook that was killed has left is cleared away first.

    Raises LabError for podman, which has none, where the engine is part of a swarm that is not this notebook's, and
    where containers run in networks of their own.
    """
    if engine().name == "podman":
        raise LabError("podman has no swarm: this takes docker")
    state = info()["LocalNodeState"]
    if state != "inactive":
        owner = _owner() if state == "active" else None
        if owner == os.getpid():
            return
        if owner is None or psutil.pid_exists(owner):
            whose = "already" if owner is None else "of another notebook"
            raise LabError(f"this engine is part of a swarm {whose}: it is left alone, so try this with another engine")
        leave()
        forget(stack_name(owner))
    _nobody_in_a_network()
    gateway = GATEWAY in said("network", "ls", "--format", "{{.Name}}").split()
    # On loopback, where no other machine can join. Only the port of the overlay networks, 4789 of UDP, the kernel opens
    # everywhere: as long as the swarm lasts, and there is nobody whom it expects there.
    said("swarm", "init", "--advertise-addr", HOST, "--listen-addr", f"{HOST}:2377")
    try:
        labels = [f"{MINE}={os.getpid()}", f"{NEW_GATEWAY}={'no' if gateway else 'yes'}", STATE]
        said("node", "update", *(word for label in labels for word in ("--label-add", label)), info()["NodeID"])
    except BaseException:
        said("swarm", "leave", "--force")  # without its label nobody would know it for ours
        raise
    atexit.register(end)


def _nobody_in_a_network() -> None:
    """Raises LabError where somebody is: when a swarm is left, docker forgets the names in all networks."""
    lines = said("ps", "--format", "{{.Names}} {{.Networks}}").splitlines()
    there = [name for name, _, networks in (line.partition(" ") for line in lines) if networks not in USUAL]
    if there:
        raise LabError(
            f"{', '.join(sorted(there)[:3])} would no longer be found by name once the swarm is left again: "
            'stop what runs in containers first, such as by lab.down("containers")'
        )


def end() -> None:
    """Leave the swarm, if this notebook began it. Safe to call twice; what cannot be done is left."""
    with suppress(LabError):
        if info()["LocalNodeState"] == "active" and _owner() == os.getpid():
            leave()


def leave() -> None:
    """Leave the swarm, with all services that are in it."""
    new = _labels().get(NEW_GATEWAY) == "yes"
    said("swarm", "leave", "--force")
    if new:
        with suppress(LabError):
            said("network", "rm", GATEWAY)


def info() -> dict[str, Any]:
    """What the engine says of itself as part of a swarm."""
    found: dict[str, Any] = json.loads(said("info", "--format", "{{json .Swarm}}") or "null") or {}
    if "LocalNodeState" not in found:
        raise LabError("this engine knows nothing of a swarm: this takes docker")
    return found


def _owner() -> int | None:
    """The process whose notebook began the swarm; None where it was nobody's notebook."""
    owner = _labels().get(MINE, "")
    return int(owner) if owner.isdigit() else None


def _labels() -> dict[str, str]:
    """The labels of this machine; none where it may not look, being no manager."""
    with suppress(LabError):
        found: dict[str, str] = json.loads(said("node", "inspect", "self", "--format", "{{json .Spec.Labels}}")) or {}
        return found
    return {}
