"""One request's way through the services, put together from what each of them wrote down."""

from {{ cookiecutter.namespace }}.runner.tracing.finding import Seen, newest, trace
from {{ cookiecutter.namespace }}.runner.tracing.hops import Hop, Note
from {{ cookiecutter.namespace }}.runner.tracing.path import Trace

__all__ = ["Hop", "Note", "Seen", "Trace", "newest", "trace"]
