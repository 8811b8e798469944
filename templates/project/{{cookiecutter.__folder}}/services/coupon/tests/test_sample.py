import pytest
from django.utils import timezone

from {{ cookiecutter.namespace }}.kit.sample import CAMPAIGNS, CODES, sample_id
from {{ cookiecutter.namespace }}.service.coupon.codes import canonical
from {{ cookiecutter.namespace }}.service.coupon.models import Campaign, Code
from {{ cookiecutter.namespace }}.service.coupon.sample import SAMPLES, campaign_of, fill, sample_code


def test_sample_codes_are_all_different_and_always_the_same() -> None:
    codes = {sample_code(number) for number in range(1, CODES + 1)}

    assert len(codes) == CODES
    assert all(canonical(code) == code for code in codes)
    assert sample_code(1) == "7E791ME3PFCH"


def test_every_sample_code_belongs_to_one_campaign() -> None:
    assert sum(len(sample.codes) for sample in SAMPLES) == CODES
    assert [campaign_of(number) for number in (1, 6_000, 6_001, CODES)] == [1, 1, 2, CAMPAIGNS]


@pytest.mark.django_db
def test_the_sample_holds_a_campaign_of_each_kind() -> None:
    fill(lambda what, done, total: None)

    now = timezone.now()
    campaigns = [Campaign.objects.get(pk=sample_id("campaign", number)) for number in range(1, CAMPAIGNS + 1)]
    assert [campaign.is_open(now) for campaign in campaigns] == [True, False, False, True, True]
    assert campaigns[1].is_over(now)
    assert Code.objects.count() == CODES
    assert Code.objects.get(code=sample_code(6_000)).campaign == campaigns[0]
    assert campaigns[0].codes.filter(max_uses=1, uses=0).count() == 6_000
