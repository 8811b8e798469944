{{ "{" }}%- set imports %}
from {{ cookiecutter.namespace }}.contracts.coupon import Coupon, NewCampaign
from {{ cookiecutter.namespace }}.contracts.moments import EARLIEST, LATEST
from {{ cookiecutter.namespace }}.contracts.player import Item
{{ "{" }}%- endset %}
{{ "{" }}%- set call %}
    """Have coupon open a campaign that is called like the record."""
    window = {"starts_at": EARLIEST, "ends_at": LATEST}
    campaign = NewCampaign(name=new.title[:100], items=[Item(item="gem", count=1)], **window)
    connect(Coupon, settings.COUPON_URL).put_campaign(campaign_id=key, new=campaign)
{{ "{" }}%- endset %}
{{ "{" }}%- set known = "" %}
{{ "{" }}%- set check %}
    assert {campaign_id: campaign.name for campaign_id, campaign in coupon.campaigns.items()} == {key: new.title}
{{ "{" }}%- endset %}
