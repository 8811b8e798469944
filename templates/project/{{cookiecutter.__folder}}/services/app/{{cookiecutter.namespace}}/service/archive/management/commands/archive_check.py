"""`manage.py archive_check`: compare the disk with the database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from {{ cookiecutter.namespace }}.service.archive.checks import abandoned, orphans, what_is_wrong
from {{ cookiecutter.namespace }}.service.archive.models import File

STEP = 100  # files between two lines of progress


class Command(BaseCommand):
    """It changes nothing: what is listed here is for a person to look at."""

    help = "Read every archived file and compare its size and checksum; list files that belong to nobody."

    def handle(self, *args: Any, **options: Any) -> None:
        total = File.objects.count()
        known: set[str] = set()
        wrong = 0
        for done, file in enumerate(File.objects.order_by("id").iterator(), start=1):
            known.add(file.content.name or "")
            if complaint := what_is_wrong(file):
                wrong += 1
                self.stdout.write(f"wrong: {file.id} {file.name}: {complaint}")
            if done % STEP == 0 or done == total:
                self.stdout.write(f"archive_check: {done}/{total}")
        nobodys = list(orphans(known))
        left_over = list(abandoned())
        for name in nobodys:
            self.stdout.write(f"orphan: {name}")
        for name in left_over:
            self.stdout.write(f"abandoned upload: {name}")
        summary = f"{total} files, {wrong} wrong, {len(nobodys)} orphans, {len(left_over)} abandoned uploads"
        if wrong or nobodys or left_over:
            raise CommandError(summary)
        self.stdout.write(self.style.SUCCESS(summary))
