import pytest
from django.db.models import F, Sum

from {{ cookiecutter.namespace }}.service.link import sample
from {{ cookiecutter.namespace }}.service.link.models import Link
from {{ cookiecutter.namespace }}.service.link.validators import validate_slug, validate_target

pytestmark = pytest.mark.django_db


def test_the_sample_is_500_links_that_the_contract_allows() -> None:
    said: list[tuple[str, int, int]] = []

    sample.fill(lambda *step: said.append(step))

    assert Link.objects.count() == 500
    assert said[-1] == ("links", 500, 500)
    for slug, target in Link.objects.values_list("slug", "target"):
        validate_slug(slug)
        validate_target(target)


def test_the_clicks_of_the_days_make_the_clicks_of_the_link() -> None:
    sample.fill(lambda *step: None)

    by_day = Link.objects.annotate(by_day=Sum("days__clicks", default=0))
    assert not by_day.exclude(clicks=F("by_day")).exists()
    assert by_day.filter(clicks__gt=0).count() > 400


def test_the_sample_has_links_that_ended_and_links_that_are_off() -> None:
    sample.fill(lambda *step: None)

    assert Link.objects.filter(active=False).count() == 5
    assert Link.objects.exclude(expires_at=None).count() == 10
