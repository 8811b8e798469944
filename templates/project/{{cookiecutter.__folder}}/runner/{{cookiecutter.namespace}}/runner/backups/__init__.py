"""What a stage keeps, in one file, and back from it."""

from {{ cookiecutter.namespace }}.runner.backups.content import Content
from {{ cookiecutter.namespace }}.runner.backups.restoring import restore
from {{ cookiecutter.namespace }}.runner.backups.saving import backup

__all__ = ["Content", "backup", "restore"]
