"""The bill of dividing: its lines, filled from the reader's own logbook."""

from lab.bill.bill import Bill, bill

__all__ = ["Bill", "bill"]
