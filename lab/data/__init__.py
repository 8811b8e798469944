"""What lesson 1.4 does to databases: many writers at once, migrations among guests, and whether a restore is whole."""

from lab.data.checksums import Checksums, checksums
from lab.data.queue import queue, until_queued
from lab.data.sales import Sales
from lab.data.till import Till, till
from lab.data.ways import postgresql, sqlite
from lab.data.writing import writers

__all__ = [
    "Checksums",
    "Sales",
    "Till",
    "checksums",
    "postgresql",
    "queue",
    "sqlite",
    "till",
    "until_queued",
    "writers",
]
