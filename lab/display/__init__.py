"""What a cell shows: tables and plots that read well in light, in dark, and on a telephone."""

from lab.display.bundle import Shown
from lab.display.numbers import ratio, short, with_unit
from lab.display.table import Table

__all__ = ["Shown", "Table", "ratio", "short", "with_unit"]
