"""A capacity model: how many requests a second, how long they take, and what breaks first.

service = lab.capacity.measure(server)                    # one request at a time: how long does it take?
service.capacity(workers=8, processors=2)                 # requests a second at most
service.predict(60, workers=8, processors=2).p95          # ms
lab.capacity.validate(service, servers, processors=2)     # what the model said, beside what was measured
lab.capacity.first_to_break(lab.capacity.demand(installed=5_000_000).peak, machine)
"""

from lab.capacity.arrivals import arrivals
from lab.capacity.calibrating import measure, worker_memory
from lab.capacity.demand import Demand, demand, push
from lab.capacity.erlang import erlang_c
from lab.capacity.limits import Breaking, Database, Limit, Machine, first_to_break
from lab.capacity.offering import measured_capacity, offer
from lab.capacity.open_load import OpenLoad
from lab.capacity.prediction import Prediction
from lab.capacity.processors import confine
from lab.capacity.service import Service
from lab.capacity.timing import Timing
from lab.capacity.validating import validate, validate_times
from lab.capacity.validation import Validation

__all__ = [
    "Breaking",
    "Database",
    "Demand",
    "Limit",
    "Machine",
    "OpenLoad",
    "Prediction",
    "Service",
    "Timing",
    "Validation",
    "arrivals",
    "confine",
    "demand",
    "erlang_c",
    "first_to_break",
    "measure",
    "measured_capacity",
    "offer",
    "push",
    "validate",
    "validate_times",
    "worker_memory",
]
