"""What the archive knows of its files."""

from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from {{ cookiecutter.namespace }}.service.archive.places import place_of


class File(models.Model):
    """A file, once it has arrived whole. It never changes: other content is another file."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(_("name"), max_length=120)
    content = models.FileField(_("content"), max_length=200, upload_to=place_of, editable=False)
    size = models.PositiveBigIntegerField(_("size"), editable=False, help_text=_("in bytes"))
    sha256 = models.CharField("SHA-256", max_length=64, editable=False, db_index=True)
    content_type = models.CharField(_("media type"), max_length=100, editable=False)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False, db_index=True)

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering = ["-created_at", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """The path at which the content is read."""
        return f"/api/archive/files/{self.id}/content"
