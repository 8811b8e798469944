"""Measuring: a load from many users, and a comparison that two sides can trust."""

from lab.measure.background import busy
from lab.measure.comparing import compare
from lab.measure.comparison import Comparison
from lab.measure.loading import load
from lab.measure.result import Load
from lab.measure.spread import Spread

__all__ = ["Comparison", "Load", "Spread", "busy", "compare", "load"]
