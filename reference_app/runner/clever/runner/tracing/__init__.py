"""One request's way through the services, put together from what each of them wrote down."""

from clever.runner.tracing.finding import Seen, newest, trace
from clever.runner.tracing.hops import Hop, Note
from clever.runner.tracing.path import Trace

__all__ = ["Hop", "Note", "Seen", "Trace", "newest", "trace"]
