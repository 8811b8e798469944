"""Making campaigns and codes."""

from uuid import UUID, uuid4

from {{ cookiecutter.namespace }}.contracts.coupon import CampaignRecord, CodeBatch, NewCampaign
from {{ cookiecutter.namespace }}.contracts.digests import digest_of
from {{ cookiecutter.namespace }}.kit.problems import KeyReused
from {{ cookiecutter.namespace }}.kit.transactions import atomic_for
from {{ cookiecutter.namespace }}.service.coupon import queries
from {{ cookiecutter.namespace }}.service.coupon.codes import new_code
from {{ cookiecutter.namespace }}.service.coupon.models import Batch, Campaign, CampaignItem, Code


def create_campaign(*, new: NewCampaign) -> CampaignRecord:
    """Make a campaign. It has no codes yet."""
    return put_campaign(campaign_id=uuid4(), new=new)


def put_campaign(*, campaign_id: UUID, new: NewCampaign) -> CampaignRecord:
    """Make a campaign under an id that the caller chooses, once however often it is called.

    Raises KeyReused where the id came before with another campaign, or belongs to one that staff made.
    """
    digest = digest_of(new)
    with atomic_for(Campaign):
        values = new.model_dump(exclude={"items"}) | {"request_digest": digest}
        campaign, first = Campaign.objects.get_or_create(pk=campaign_id, defaults=values)
        if campaign.request_digest != digest:
            raise KeyReused(f"campaign {campaign_id} was made before, and is another one")
        if first:
            CampaignItem.objects.bulk_create(CampaignItem(campaign=campaign, **item.model_dump()) for item in new.items)
    return queries.as_campaign(campaign)


def make_codes(*, campaign_id: UUID, count: int, key: UUID) -> CodeBatch:
    """Make `count` single-use codes, once a key however often it is called.

    Raises UnknownCampaign; KeyReused where the key came before with another campaign or count.
    """
    with atomic_for(Batch):
        campaign = queries.find_campaign(campaign_id)
        batch, _ = Batch.objects.get_or_create(key=key, defaults={"campaign": campaign, "count": count})
        if (batch.campaign_id, batch.count) != (campaign.id, count):
            raise KeyReused(f"the key {key} came before, with another campaign or count")
        _fill(batch)
        made = list(batch.codes.order_by("id").values_list("code", flat=True))
    return CodeBatch(key=batch.key, campaign_id=batch.campaign_id, codes=made)


def _fill(batch: Batch) -> None:
    # A code that exists already is left out and made up for. It will hardly ever happen; it must not matter if it does.
    while missing := batch.count - batch.codes.count():
        fresh = [Code(batch=batch, campaign_id=batch.campaign_id, code=new_code()) for _ in range(missing)]
        Code.objects.bulk_create(fresh, ignore_conflicts=True)
