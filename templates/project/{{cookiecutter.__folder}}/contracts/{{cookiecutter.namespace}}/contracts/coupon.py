"""coupon: campaigns, their codes, and who redeemed them."""

from typing import Annotated, Literal, Protocol, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, model_validator

from {{ cookiecutter.namespace }}.contracts.http import HttpClient
from {{ cookiecutter.namespace }}.contracts.moments import Moment
from {{ cookiecutter.namespace }}.contracts.player import Item
from {{ cookiecutter.namespace }}.contracts.text import Line
from {{ cookiecutter.namespace }}.kit.paging import Page
from {{ cookiecutter.namespace }}.kit.problems import Conflict, NotFound, Unavailable

MOST_CODES = 1_000  # made by one call

CodeText = Annotated[Line, Field(max_length=64)]
CampaignName = Annotated[Line, Field(max_length=100)]
Limit = Annotated[int, Field(ge=1, le=1_000_000_000)]
CodeCount = Annotated[int, Field(ge=1, le=MOST_CODES)]
State = Literal["pending", "complete", "refused"]


class Redeem(BaseModel):
    """A code as a person types it (case, dashes and spaces do not matter) and the player who is to have its items."""

    code: CodeText
    player_id: UUID


class RedemptionRecord(BaseModel):
    """A code that was redeemed. `pending`: the items are on their way. `refusal`: the problem's type, where refused."""

    id: UUID
    campaign_id: UUID
    code: str
    player_id: UUID
    items: list[Item]
    state: State
    created_at: AwareDatetime
    completed_at: AwareDatetime | None = None
    refusal: str | None = None


class NewCampaign(BaseModel):
    """A campaign to be made. It is open from `starts_at` until just before `ends_at`; null limits nothing."""

    name: CampaignName
    starts_at: Moment
    ends_at: Moment
    items: Annotated[list[Item], Field(min_length=1, max_length=50)]
    limit_total: Limit | None = None
    limit_per_player: Limit | None = 1

    @model_validator(mode="after")
    def _must_make_sense(self) -> Self:
        if self.ends_at <= self.starts_at:
            raise ValueError("ends_at must be later than starts_at")
        if len({item.item for item in self.items}) < len(self.items):
            raise ValueError("items must name each item once")
        return self


class CampaignRecord(BaseModel):
    """A campaign. `uses`: how many of its codes' uses are taken, pending ones too."""

    id: UUID
    name: str
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    items: list[Item]
    limit_total: int | None
    limit_per_player: int | None
    active: bool
    uses: int


class MakeCodes(BaseModel):
    """How many codes to make."""

    count: CodeCount


class CodeBatch(BaseModel):
    """Codes that were made by one call. The call's key is the batch's name."""

    key: UUID
    campaign_id: UUID
    codes: list[str]


class CodeRecord(BaseModel):
    """A code and how far it is used up."""

    code: str
    max_uses: int
    uses: int


class UnknownCode(NotFound):
    """There is no such code."""

    title = "There is no such code"


class UnknownCampaign(NotFound):
    """There is no such campaign."""

    title = "There is no such campaign"


class UnknownRedemption(NotFound):
    """There is no such redemption."""

    title = "There is no such redemption"


class AlreadyRedeemed(Conflict):
    """All the uses of this code are taken."""

    title = "This code has been redeemed already"


class CampaignNotOpen(Conflict):
    """The campaign has not begun, or staff have paused it."""

    title = "This campaign is not open"


class CampaignOver(Conflict):
    """The campaign has ended."""

    title = "This campaign is over"


class LimitReached(Conflict):
    """The campaign gives no more, to anyone or to this player."""

    title = "This campaign gives no more"


class StillPending(Unavailable):
    """Not yet, but kept: player has not taken the items, or the campaign is not there yet, not open or paused."""

    title = "This redemption is still pending"


class Coupon(Protocol):
    """The coupon service, wherever it runs."""

    def redeem(self, *, code: str, player_id: UUID, key: UUID) -> RedemptionRecord:
        """Redeem a code for a player, once a key however often it is called.

        Raises UnknownCode, AlreadyRedeemed, CampaignNotOpen, CampaignOver, LimitReached, UnknownPlayer; KeyReused where
        the key came before with another code or player. Raises CalleeAway or StillPending where the items could not be
        given yet: the redemption is kept, and the same call with the same key tries again.
        """
        ...

    def get_redemption(self, *, redemption_id: UUID) -> RedemptionRecord:
        """One redemption. Raises UnknownRedemption."""
        ...

    def list_redemptions(
        self, *, player_id: UUID, limit: int = 20, after: UUID | None = None
    ) -> Page[RedemptionRecord]:
        """A player's redemptions, newest first. `after`: the id of the last one seen. Raises UnknownRedemption."""
        ...

    def create_campaign(self, *, new: NewCampaign) -> CampaignRecord:
        """Make a campaign. It has no codes yet."""
        ...

    def put_campaign(self, *, campaign_id: UUID, new: NewCampaign) -> CampaignRecord:
        """Make a campaign under an id that the caller chooses, once however often it is called.

        Raises KeyReused where the id came before with another campaign.
        """
        ...

    def get_campaign(self, *, campaign_id: UUID) -> CampaignRecord:
        """One campaign. Raises UnknownCampaign."""
        ...

    def list_campaigns(self, *, limit: int = 20, after: UUID | None = None) -> Page[CampaignRecord]:
        """All campaigns, by id."""
        ...

    def make_codes(self, *, campaign_id: UUID, count: int, key: UUID) -> CodeBatch:
        """Make up to 1,000 single-use codes, once a key however often it is called.

        Raises UnknownCampaign; KeyReused where the key came before with another campaign or count.
        """
        ...

    def list_codes(
        self, *, campaign_id: UUID, unused: bool = False, limit: int = 20, after: int | None = None
    ) -> Page[CodeRecord]:
        """A campaign's codes in the order of their making, all or those with uses left. Raises UnknownCampaign."""
        ...


class HttpCoupon(HttpClient, contract=Coupon):
    """The coupon service over HTTP."""

    def redeem(self, *, code: str, player_id: UUID, key: UUID) -> RedemptionRecord:
        return self._post("/redemptions", RedemptionRecord, Redeem(code=code, player_id=player_id), key=key)

    def get_redemption(self, *, redemption_id: UUID) -> RedemptionRecord:
        return self._get(f"/redemptions/{redemption_id}", RedemptionRecord)

    def list_redemptions(
        self, *, player_id: UUID, limit: int = 20, after: UUID | None = None
    ) -> Page[RedemptionRecord]:
        return self._get(
            "/redemptions", Page[RedemptionRecord], player_id=str(player_id), limit=limit, after=_text(after)
        )

    def create_campaign(self, *, new: NewCampaign) -> CampaignRecord:
        return self._post("/campaigns", CampaignRecord, new)

    def put_campaign(self, *, campaign_id: UUID, new: NewCampaign) -> CampaignRecord:
        return self._put(f"/campaigns/{campaign_id}", CampaignRecord, new)

    def get_campaign(self, *, campaign_id: UUID) -> CampaignRecord:
        return self._get(f"/campaigns/{campaign_id}", CampaignRecord)

    def list_campaigns(self, *, limit: int = 20, after: UUID | None = None) -> Page[CampaignRecord]:
        return self._get("/campaigns", Page[CampaignRecord], limit=limit, after=_text(after))

    def make_codes(self, *, campaign_id: UUID, count: int, key: UUID) -> CodeBatch:
        return self._post(f"/campaigns/{campaign_id}/codes", CodeBatch, MakeCodes(count=count), key=key)

    def list_codes(
        self, *, campaign_id: UUID, unused: bool = False, limit: int = 20, after: int | None = None
    ) -> Page[CodeRecord]:
        path = f"/campaigns/{campaign_id}/codes"
        return self._get(path, Page[CodeRecord], unused=unused, limit=limit, after=after)


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)
