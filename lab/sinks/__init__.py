"""Receivers for what an application tells about itself, on this machine, so that a lesson can look at it."""

from lab.sinks.event_sink import EventSink, event_sink
from lab.sinks.events import Event

__all__ = ["Event", "EventSink", "event_sink"]
