"""Who may call whom, as a lesson looks after it: the permitter's desk, and callers who call all the while."""

from lab.permitting.calls import Calls, calling
from lab.permitting.desk import Desk, permitter

__all__ = ["Calls", "Desk", "calling", "permitter"]
