"""The logbook: what a reader expected, and what this machine said."""

from lab.book.claims import Claim, ClaimFailed, claim, record
from lab.book.entries import Logbook
from lab.book.page import logbook
from lab.book.predictions import predict

__all__ = ["Claim", "ClaimFailed", "Logbook", "claim", "logbook", "predict", "record"]
