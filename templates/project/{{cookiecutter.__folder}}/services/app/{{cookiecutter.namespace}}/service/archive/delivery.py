"""A file as an HTTP answer."""

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from {{ cookiecutter.namespace }}.contracts.archive import LostContent
from {{ cookiecutter.namespace }}.service.archive.models import File


def deliver(request: HttpRequest, file: File) -> HttpResponseBase:
    """The content, or 304 where the caller has it already. Raises LostContent.

    Always as an attachment that no browser guesses about: what somebody uploaded must not run as a page of this site.
    """
    etag = f'"{file.sha256}"'
    response = get_conditional_response(request, etag=etag) or _whole(file)
    response["ETag"] = etag
    response["Cache-Control"] = "public, max-age=31536000, immutable"  # other content is another file
    return response


def _whole(file: File) -> FileResponse:
    try:
        content = file.content.open("rb")
    except FileNotFoundError as error:
        raise LostContent(f"file {file.id} is known, and its content is not here") from error
    response = FileResponse(content, as_attachment=True, filename=file.name, content_type=file.content_type)
    response["X-Content-Type-Options"] = "nosniff"
    return response
