"""The workbench that the notebooks import.

import lab

monolith = lab.up("monolith")             # starts a stage, or uses the one that is up
lab.predict("1.2-board", "5 ms")          # before the number is shown
board = lab.load(monolith, "board")       # many users; shows a table and a plot
lab.record("1.2-board", board.p50, "ms")  # into the logbook, beside the prediction
lab.check("1.2.1", answer)                # says what is wrong, never only "wrong"
"""

from lab import capacity, composing, containers, data, fault, index, json_admin, needs, skew
from lab.afternoon import Afternoon, afternoon
from lab.bill import Bill, bill
from lab.blast_radius import BlastRadius, blast_radius
from lab.book import Claim, ClaimFailed, claim, logbook, predict, record
from lab.boundaries import Boundaries, boundaries
from lab.checks import CheckFailed, Wrong, check, exercise, hint
from lab.composing import EventPage, Festival, Parts, festival, parts
from lab.differences import diff, diff_text
from lab.display import Shown, Table
from lab.engines import postgresql, redis, registry, replay_lag, sshd
from lab.errors import LabError
from lab.fault import Outage, knock, probe
from lab.features import RollCall, roll_call
from lab.footprint import Footprint, footprint
from lab.index import get_devpi, private_index
from lab.measure import Comparison, Load, Spread, busy, compare, load
from lab.permitting import Calls, Desk, calling, permitter
from lab.pipes import Piped, pipe
from lab.redeeming import Redeemer, redeemer
from lab.releasing import gate, releases
from lab.running import Process, Stage, down, free_port, process, reload, serve, status, up
from lab.running.behind_nginx import behind_nginx
from lab.running.terminals import Terminal, terminal
from lab.sinks import EventSink, event_sink
from lab.sources import Touches, code_lines, show, touches
from lab.staffing import staff
from lab.swarm import Swarm, swarm
from lab.tracing import Trace, trace
from lab.worksheet import Worksheet, worksheet

__all__ = [
    "Afternoon",
    "Bill",
    "BlastRadius",
    "Boundaries",
    "Calls",
    "CheckFailed",
    "Claim",
    "ClaimFailed",
    "Comparison",
    "Desk",
    "EventPage",
    "EventSink",
    "Festival",
    "Footprint",
    "LabError",
    "Load",
    "Outage",
    "Parts",
    "Piped",
    "Process",
    "Redeemer",
    "RollCall",
    "Shown",
    "Spread",
    "Stage",
    "Swarm",
    "Table",
    "Terminal",
    "Touches",
    "Trace",
    "Worksheet",
    "Wrong",
    "afternoon",
    "behind_nginx",
    "bill",
    "blast_radius",
    "boundaries",
    "busy",
    "calling",
    "capacity",
    "check",
    "claim",
    "code_lines",
    "compare",
    "composing",
    "containers",
    "data",
    "diff",
    "diff_text",
    "down",
    "event_sink",
    "exercise",
    "fault",
    "festival",
    "footprint",
    "free_port",
    "gate",
    "get_devpi",
    "hint",
    "index",
    "json_admin",
    "knock",
    "load",
    "logbook",
    "parts",
    "permitter",
    "pipe",
    "postgresql",
    "predict",
    "private_index",
    "probe",
    "process",
    "record",
    "redeemer",
    "redis",
    "registry",
    "releases",
    "reload",
    "replay_lag",
    "roll_call",
    "serve",
    "show",
    "skew",
    "sshd",
    "staff",
    "status",
    "swarm",
    "terminal",
    "touches",
    "trace",
    "up",
    "worksheet",
]

needs.offer()  # a notebook's later cells may begin with %%needs
