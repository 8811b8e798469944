from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.core.management import call_command

from {{ cookiecutter.namespace }}.kit.sample import sample_id
from {{ cookiecutter.namespace }}.service.app import queries, sample
from {{ cookiecutter.namespace }}.service.app.models import Version
from {{ cookiecutter.namespace }}.service.archive.models import File
from {{ cookiecutter.namespace }}.service.archive.queries import download

pytestmark = pytest.mark.django_db


def test_the_sample_is_12_versions_with_files_that_can_be_opened() -> None:
    said: list[tuple[str, int, int]] = []

    sample.fill(lambda *step: said.append(step))

    assert said[-1] == ("versions", 12, 12)
    assert Version.objects.exclude(file=None).count() == 12
    with ZipFile(BytesIO(download(file_id=sample_id("file", 1)))) as package:
        assert package.testzip() is None
        assert package.read("README.txt") == b"Sleepy Otter 1.0.0 for ios\n"


def test_the_sample_is_the_same_on_every_machine() -> None:
    assert sample.package(1) == sample.package(1)
    sample.fill(lambda *step: None)

    first = File.objects.get(pk=sample_id("file", 1))
    assert first.sha256.startswith("1257a599")
    assert first.name == "sleepy-otter-1.0.0-ios.zip"


def test_the_sample_has_somebody_who_must_and_somebody_who_may_update() -> None:
    sample.fill(lambda *step: None)

    assert queries.get_update(slug="sleepy-otter", platform="ios", number="1.0.0").must_update
    update = queries.get_update(slug="sleepy-otter", platform="ios", number="1.9.0")
    assert (update.must_update, update.may_update) == (False, True)
    assert update.latest is not None
    assert update.latest.number == "1.10.0"


def test_the_archive_of_the_sample_is_in_order() -> None:
    sample.fill(lambda *step: None)

    call_command("archive_check", stdout=(out := StringIO()))

    assert "12 files, 0 wrong" in out.getvalue()
