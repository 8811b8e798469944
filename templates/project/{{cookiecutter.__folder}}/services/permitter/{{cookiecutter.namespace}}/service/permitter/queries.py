"""Reads. Every service waits for these, so each is one query along an index."""

from hmac import compare_digest

from django.db.models import Exists, FilteredRelation, OuterRef, Q

from {{ cookiecutter.namespace }}.service.permitter.models import Caller, Permit

EVERYTHING = "*"
NO_DIGEST = "0" * 64


def digest_of(*, name: str) -> str | None:
    """The digest of an active caller's secret; None where there is no such caller, or it has been disabled."""
    return Caller.objects.filter(name=name, active=True).values_list("digest", flat=True).first()


def decide(*, service: str, operation: str, name: str, digest: str) -> tuple[bool, bool]:
    """Whether the caller is believed, and whether it may call this operation."""
    fitting = Permit.objects.filter(caller=OuterRef("pk"), service=service, operation__in=[operation, EVERYTHING])
    rows = Caller.objects.filter(name=name, active=True).annotate(permitted=Exists(fitting))
    kept, permitted = rows.values_list("digest", "permitted").first() or (None, False)
    known = _is_right(digest, kept)
    return known, known and permitted


def permits_of(*, service: str, name: str, digest: str) -> tuple[bool, list[str]]:
    """Whether the caller is believed, and the operations of this service that it may call."""
    here = FilteredRelation("permits", condition=Q(permits__service=service))
    rows = Caller.objects.filter(name=name, active=True).annotate(here=here)
    found = list(rows.order_by("here__operation").values_list("digest", "here__operation"))
    known = _is_right(digest, found[0][0] if found else None)
    return known, [operation for _, operation in found if known and operation is not None]


def _is_right(digest: str, kept: str | None) -> bool:
    # An unknown name is compared too, so that it takes as long as a known one. The result alone would not do: a service
    # passes on the digest, so anyone can send the one that nobody has.
    return compare_digest(kept or NO_DIGEST, digest) and kept is not None
