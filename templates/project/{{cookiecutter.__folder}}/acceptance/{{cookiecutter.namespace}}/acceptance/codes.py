"""Fresh codes for those who redeem them."""

from uuid import uuid4

from {{ cookiecutter.namespace }}.acceptance.callers import Service

REWARD = [{"item": "gem", "count": 3}]
MOST_AT_ONCE = 1_000


def make_codes(service: Service, count: int, **campaign: object) -> list[str]:
    """Single-use codes of a fresh campaign, each worth three gems."""
    wish = {
        "name": f"acceptance {uuid4()}",
        "starts_at": "2020-01-01T00:00:00+09:00",
        "ends_at": "2090-01-01T00:00:00+09:00",
        "items": REWARD,
        "limit_per_player": None,
        **campaign,
    }
    campaign_id = service.made("POST", "/api/coupon/campaigns", json=wish)["id"]
    codes: list[str] = []
    while len(codes) < count:
        more = min(count - len(codes), MOST_AT_ONCE)
        path, key = f"/api/coupon/campaigns/{campaign_id}/codes", {"Idempotency-Key": str(uuid4())}
        codes += service.made("POST", path, json={"count": more}, headers=key)["codes"]
    assert len(set(codes)) == count
    return codes
