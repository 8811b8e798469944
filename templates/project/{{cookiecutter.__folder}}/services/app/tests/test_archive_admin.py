from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from {{ cookiecutter.namespace }}.contracts.app import NewTitle, NewVersion
from {{ cookiecutter.namespace }}.service.app import actions as app_actions
from {{ cookiecutter.namespace }}.service.archive.models import File

pytestmark = pytest.mark.django_db

LIST = "/admin/archive/file/"


def upload(client: Client, filename: str, content: bytes = b"twelve bytes", *, name: str = "") -> Any:
    return client.post(f"{LIST}add/", {"upload": SimpleUploadedFile(filename, content), "name": name})


def test_a_file_is_uploaded_under_its_own_name(operator: Client) -> None:
    answer = upload(operator, "배너.png")

    assert answer.status_code == 302
    file = File.objects.get()
    assert (file.name, file.size, file.content_type) == ("배너.png", 12, "image/png")


def test_a_file_is_uploaded_under_a_name_of_choice(operator: Client) -> None:
    upload(operator, "IMG_0001.png", name="banner.png")

    assert File.objects.get().name == "banner.png"


def test_the_form_asks_what_the_api_asks(operator: Client, settings: Any) -> None:
    settings.ARCHIVE_MAX_BYTES = 100

    for field, answer in {
        "name": upload(operator, "a.png", name="../b.png"),
        "upload": upload(operator, "a.png", b"x" * 101),
    }.items():
        assert field in answer.context["adminform"].form.errors
    assert "upload" in upload(operator, "a.png", b"").context["adminform"].form.errors
    assert not File.objects.exists()


def test_a_file_is_shown_with_size_and_checksum_and_cannot_be_changed(operator: Client, file_id: UUID) -> None:
    page = operator.get(f"{LIST}{file_id}/change/")

    assert File.objects.get().sha256 in page.content.decode()
    assert f"/api/archive/files/{file_id}/content" in page.content.decode()
    assert operator.post(f"{LIST}{file_id}/change/", {"name": "other.png"}).status_code == 403


@pytest.mark.parametrize("words", ["배너", "%s"])
def test_files_are_found_by_name_and_by_checksum(operator: Client, file_id: UUID, words: str) -> None:
    file = File.objects.get()

    shown = operator.get(LIST, {"q": words.replace("%s", file.sha256[:10])}).context["cl"].result_list

    assert list(shown) == [file]


def test_a_file_that_a_version_needs_cannot_be_deleted(operator: Client, file_id: UUID) -> None:
    app_actions.put_title(slug="otter", new=NewTitle(name="Sleepy Otter"))
    new = NewVersion.model_validate({"released_at": "2026-01-01T00:00:00Z", "file_id": file_id})
    app_actions.put_version(slug="otter", platform="ios", number="1.0.0", new=new)

    operator.post(f"{LIST}{file_id}/delete/", {"post": "yes"})
    operator.post(LIST, {"action": "delete_selected", "_selected_action": [file_id], "post": "yes"})

    assert File.objects.exists()


def test_a_file_that_nobody_needs_is_deleted_with_its_content(
    operator: Client, file_id: UUID, media: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        operator.post(f"{LIST}{file_id}/delete/", {"post": "yes"})

    assert not File.objects.exists()
    assert not [path for path in media.rglob("*") if path.is_file()]


def test_a_page_of_files_costs_as_many_queries_as_one_file(operator: Client, file_id: UUID) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            operator.get(LIST)
        return len(captured)

    one = queries()
    row = File.objects.values("content", "size", "sha256", "content_type").get()
    File.objects.bulk_create(File(name=f"{number}.png", **row) for number in range(30))

    assert queries() == one
