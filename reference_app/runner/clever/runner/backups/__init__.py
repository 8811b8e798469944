"""What a stage keeps, in one file, and back from it."""

from clever.runner.backups.content import Content
from clever.runner.backups.restoring import restore
from clever.runner.backups.saving import backup

__all__ = ["Content", "backup", "restore"]
