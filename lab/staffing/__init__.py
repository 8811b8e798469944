"""People who work in the admin, each with a browser of their own."""

from lab.staffing.hiring import staff
from lab.staffing.person import Person

__all__ = ["Person", "staff"]
