"""The HTTP API: parse, call, answer; nothing else."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from ninja import Router
from pydantic import TypeAdapter

from {{ cookiecutter.namespace }}.contracts.notice import Announcement, Language, NewNotice, NoticeRecord, NoticeSummary, Withdrawal
from {{ cookiecutter.namespace }}.kit.callers import service
from {{ cookiecutter.namespace }}.kit.paging import Limit, Page
from {{ cookiecutter.namespace }}.service.notice import actions, queries
from {{ cookiecutter.namespace }}.service.notice.languages import language_of

router = Router(tags=["notice"])
summaries = TypeAdapter(Page[NoticeSummary])


@router.get("/notices", response=Page[NoticeSummary])
def list_notices(
    request: HttpRequest, language: Language | None = None, limit: Limit = 20, after: str | None = None
) -> HttpResponse:
    """What is to be seen now, pinned ones first. `language` goes before Accept-Language."""
    page = queries.list_notices(language=language or language_of(request), limit=limit, after=after)
    # Written straight from the rows. Returning the page would have Ninja check and copy each item once more.
    return _depending_on_language(HttpResponse(summaries.dump_json(page), content_type="application/json"))


@router.get("/notices/{notice_id}", response=NoticeRecord)
def get_notice(
    request: HttpRequest, response: HttpResponse, notice_id: UUID, language: Language | None = None
) -> NoticeRecord:
    """One notice that is to be seen now."""
    notice = queries.get_notice(notice_id=notice_id, language=language or language_of(request))
    _depending_on_language(response)["Content-Language"] = notice.language
    return notice


@router.put("/notices/{notice_id}", response=Announcement, auth=service)
def create_notice(request: HttpRequest, notice_id: UUID, new: NewNotice) -> Announcement:
    """Make a notice. The id in the address, which the caller chooses, makes it safe to send again."""
    return actions.create_notice(notice_id=notice_id, new=new)


@router.post("/notices/{notice_id}/withdrawal", response=Withdrawal, auth=service)
def withdraw_notice(request: HttpRequest, notice_id: UUID) -> Withdrawal:
    """Show a notice no more."""
    return actions.withdraw_notice(notice_id=notice_id)


def _depending_on_language(response: HttpResponse) -> HttpResponse:
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response
