"""The PostgreSQL server that a stage brings itself, where its stage.toml says so. Its data is kept, as a file would be.

It runs beside supervisord and not beneath it: the databases must be there before a project is prepared, and after a
stage was stopped, for a backup.
"""

from clever.runner.database_server.at_hand import at_hand, stop_orphan
from clever.runner.database_server.serving import has_ended, log_before, start, stop

__all__ = ["at_hand", "has_ended", "log_before", "start", "stop", "stop_orphan"]
