"""Codes as a file for the people who print them."""

import csv
from collections.abc import Iterator
from typing import Any

from django.db.models import F, QuerySet
from django.http import StreamingHttpResponse
from django.utils.translation import gettext as _

from {{ cookiecutter.namespace }}.service.coupon.codes import readable
from {{ cookiecutter.namespace }}.service.coupon.models import Campaign, Code

BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet takes Korean for something else


def unused_codes_csv(campaigns: QuerySet[Campaign]) -> StreamingHttpResponse:
    """The codes of `campaigns` that have uses left, a row each. Streamed: there may be very many."""
    rows = Code.objects.filter(campaign__in=campaigns, uses__lt=F("max_uses")).order_by("campaign", "id")
    found = rows.values_list("campaign__name", "code", F("max_uses") - F("uses"))
    response = StreamingHttpResponse(_lines(found), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="unused-codes.csv"'
    return response


def _lines(found: QuerySet[Any, Any]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + writer.writerow([_("campaign"), _("code"), _("uses left")])
    for name, code, left in found.iterator(chunk_size=2_000):
        yield writer.writerow([_no_formula(name), readable(code), left])


def _no_formula(text: str) -> str:
    """A spreadsheet runs a cell that begins like a formula. With an apostrophe in front it shows it."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, line: str) -> str:
        return line
