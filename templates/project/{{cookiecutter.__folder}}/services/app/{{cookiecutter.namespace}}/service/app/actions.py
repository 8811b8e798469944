"""Writes."""

from {{ cookiecutter.namespace }}.contracts.app import (
    NewTitle,
    NewVersion,
    TitleRecord,
    VersionRecord,
    check_number,
    check_platform,
    check_title,
)
from {{ cookiecutter.namespace }}.contracts.archive import UnknownFile
from {{ cookiecutter.namespace }}.kit.problems import Invalid
from {{ cookiecutter.namespace }}.kit.transactions import atomic_for
from {{ cookiecutter.namespace }}.service.app import queries
from {{ cookiecutter.namespace }}.service.app.models import Title, Version
from {{ cookiecutter.namespace }}.service.archive.models import File
from {{ cookiecutter.namespace }}.service.archive.queries import find as find_file


def put_title(*, slug: str, new: NewTitle) -> TitleRecord:
    """Make a title, or give it another name."""
    with atomic_for(Title):
        title, _ = Title.objects.update_or_create(slug=check_title(slug), defaults={"name": new.name})
    return queries.as_title(title)


def put_version(*, slug: str, platform: str, number: str, new: NewVersion) -> VersionRecord:
    """Say of a version what holds from now on. Raises UnknownTitle; Invalid, naming `file_id`, for no file."""
    with atomic_for(Version):
        version, _ = Version.objects.update_or_create(
            title=queries.find(slug),
            platform=check_platform(platform),
            number=check_number(number),
            defaults={
                "required": new.required,
                "released_at": new.released_at,
                "file": _file(new),
            },
        )
    return queries.as_version(version)


def _file(new: NewVersion) -> File | None:
    if new.file_id is None:
        return None
    try:
        return find_file(new.file_id)
    except UnknownFile as error:
        raise Invalid(f"file_id: {error.detail}", errors=[{"field": "file_id", "message": error.detail}]) from error
