"""Sample titles and versions, each version with a real file in the archive."""

import io
import random
import zipfile
from datetime import timedelta

from {{ cookiecutter.namespace }}.kit.sample import DAY_ONE, VERSIONS, Progress, sample_id
from {{ cookiecutter.namespace }}.service.app.models import Title, Version
from {{ cookiecutter.namespace }}.service.archive.actions import keep
from {{ cookiecutter.namespace }}.service.archive.models import File

TITLES = {"sleepy-otter": "Sleepy Otter", "badger-tactics": "Badger Tactics 오소리 전술"}

# Title, platform, number, and whether older games must update to it.
RELEASES = [
    ("sleepy-otter", "ios", "1.0.0", False),
    ("sleepy-otter", "android", "1.0.0", False),
    ("sleepy-otter", "ios", "1.1.0", True),
    ("sleepy-otter", "android", "1.1.0", True),
    ("badger-tactics", "android", "0.9.0", False),
    ("badger-tactics", "ios", "0.9.0", False),
    ("sleepy-otter", "ios", "1.9.0", False),
    ("sleepy-otter", "android", "1.9.0", False),
    ("badger-tactics", "android", "1.0.0", True),
    ("badger-tactics", "ios", "1.0.0", True),
    ("sleepy-otter", "ios", "1.10.0", False),
    ("sleepy-otter", "android", "1.10.0", False),
]


def package(number: int) -> bytes:
    """The file of the `number`th version: a zip of about 200 KiB, the same bytes on every machine."""
    title, platform, version, _ = RELEASES[number - 1]
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for name, data in {
            "README.txt": f"{TITLES[title]} {version} for {platform}\n".encode(),
            "assets.bin": random.Random(number).randbytes(200_000),  # noqa: S311 - a picture of noise, not a secret
        }.items():
            entry = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
            entry.create_system = 3  # Unix, also where this runs on Windows
            archive.writestr(entry, data)
    return content.getvalue()


def fill(progress: Progress) -> None:
    """Make the sample titles, their versions and the versions' files."""
    titles = {slug: Title.objects.create(slug=slug, name=name) for slug, name in TITLES.items()}
    for number, (title, platform, version, required) in enumerate(RELEASES, start=1):
        born = DAY_ONE + timedelta(days=number)
        file_id = sample_id("file", number)
        keep(
            file_id=file_id,
            name=f"{title}-{version}-{platform}.zip",
            pieces=[package(number)],
            content_type="application/zip",
        )
        File.objects.filter(pk=file_id).update(created_at=born)
        Version.objects.create(
            title=titles[title],
            platform=platform,
            number=version,
            required=required,
            released_at=born,
            file_id=file_id,
        )
        progress("versions", number, VERSIONS)
