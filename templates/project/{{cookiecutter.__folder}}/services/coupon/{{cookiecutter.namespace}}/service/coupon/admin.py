"""The back office for coupons: campaigns with what they give, their codes, and who redeemed them."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from {{ cookiecutter.namespace }}.kit.admin import CountedAdmin
from {{ cookiecutter.namespace }}.kit.problems import Problem, Unavailable
from {{ cookiecutter.namespace }}.service.coupon import actions, codes
from {{ cookiecutter.namespace }}.service.coupon.exports import unused_codes_csv
from {{ cookiecutter.namespace }}.service.coupon.filters import CodeUseFilter, WindowFilter
from {{ cookiecutter.namespace }}.service.coupon.models import Campaign, CampaignItem, Code, Redemption

CODES_AT_A_TIME = 100


class CampaignItemInline(admin.TabularInline):
    model = CampaignItem
    extra = 0
    min_num = 1

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        # Without this a browser that sends no row at all gets by.
        return super().get_formset(request, obj, validate_min=True, **kwargs)


@admin.register(Campaign)
class CampaignAdmin(CountedAdmin):
    list_display = ["name", "starts_at", "ends_at", "active", "codes_made", "uses", "limit_total", "limit_per_player"]
    list_filter = [WindowFilter, "active", "starts_at"]
    search_fields = ["name", "=id"]
    search_help_text = _("a part of a campaign's name, or its whole id")
    date_hierarchy = "starts_at"
    readonly_fields = ["id", "uses", "codes_made"]
    inlines = [CampaignItemInline]
    actions = ["make_codes", "export_codes"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Campaign]:
        return super().get_queryset(request).annotate(codes_made=Count("codes"))

    @admin.display(description=_("codes"), ordering="codes_made")
    def codes_made(self, campaign: Campaign) -> str:
        query = urlencode({"campaign__id__exact": campaign.id})
        made = getattr(campaign, "codes_made", 0)  # a campaign that is being added has none
        return format_html('<a href="{}?{}">{}</a>', reverse("admin:coupon_code_changelist"), query, made)

    @admin.action(permissions=["make_codes"], description=_("Make 100 codes for the selected campaigns"))
    def make_codes(self, request: HttpRequest, chosen: QuerySet[Campaign]) -> None:
        for campaign in chosen:
            actions.make_codes(campaign_id=campaign.id, count=CODES_AT_A_TIME, key=uuid4())
        made = CODES_AT_A_TIME * len(chosen)
        self.message_user(request, ngettext("%d code made", "%d codes made", made) % made, messages.SUCCESS)

    @admin.action(permissions=["export_codes"], description=_("Export unused codes of the selected campaigns (CSV)"))
    def export_codes(self, request: HttpRequest, chosen: QuerySet[Campaign]) -> StreamingHttpResponse:
        return unused_codes_csv(Campaign.objects.filter(pk__in=[campaign.pk for campaign in chosen]))

    def has_make_codes_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("coupon.make_codes")

    def has_export_codes_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("coupon.export_codes")


class CodeForm(forms.ModelForm):
    """A code of one's own wording, such as WELCOME2026, which many may use."""

    def clean_code(self) -> str:
        code = codes.canonical(self.cleaned_data["code"])
        if code is None:
            raise ValidationError(_("A code is made of letters from A to Z and digits."))
        return code

    def clean_max_uses(self) -> int:
        wanted: int = self.cleaned_data["max_uses"]
        if wanted < self.instance.uses:
            raise ValidationError(_("It has been used %(uses)d times already."), params={"uses": self.instance.uses})
        return wanted


@admin.register(Code)
class CodeAdmin(CountedAdmin):
    form = CodeForm
    list_display = ["__str__", "campaign", "uses", "max_uses"]
    list_filter = [CodeUseFilter, ("campaign", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["campaign"]
    search_fields = ["code__startswith"]
    search_help_text = _("a code or its beginning, as it is printed")
    autocomplete_fields = ["campaign"]
    show_full_result_count = False

    def get_readonly_fields(self, request: HttpRequest, code: Code | None = None) -> list[str]:
        """A code that has been given out keeps its wording and its campaign."""
        return ["code", "campaign", "uses"] if code else ["uses"]

    def get_search_results(self, request: HttpRequest, rows: QuerySet[Any], text: str) -> tuple[QuerySet[Any], bool]:
        return super().get_search_results(request, rows, codes.canonical(text) or text)


@admin.register(Redemption)
class RedemptionAdmin(admin.ModelAdmin):
    list_display = ["id", "code", "campaign", "player_id", "state", "created_at", "completed_at", "refusal"]
    list_filter = ["state", ("campaign", admin.RelatedOnlyFieldListFilter), "created_at"]
    list_select_related = ["code", "campaign"]
    search_fields = ["=id", "=key", "=player_id", "=code__code"]
    search_help_text = _("a whole code, or the whole id of a redemption or player")
    date_hierarchy = "created_at"
    show_full_result_count = False
    actions = ["complete"]

    def get_search_results(self, request: HttpRequest, rows: QuerySet[Any], text: str) -> tuple[QuerySet[Any], bool]:
        try:
            text = str(UUID(text))
        except ValueError:
            text = codes.canonical(text) or text
        return super().get_search_results(request, rows, text)

    @admin.action(permissions=["complete"], description=_("Complete the selected redemptions now"))
    def complete(self, request: HttpRequest, chosen: QuerySet[Redemption]) -> None:
        done = refused = 0
        for redemption in chosen.filter(state=Redemption.State.PENDING):
            try:
                actions.complete(redemption_id=redemption.id)
            except Unavailable:
                waiting = _("The player service does not take them at the moment. Nothing is lost; try again later.")
                self.message_user(request, waiting, messages.ERROR)
                break
            except Problem:
                refused += 1
            else:
                done += 1
        said = ngettext("%d redemption completed", "%d redemptions completed", done) % done
        self.message_user(request, said, messages.SUCCESS if done else messages.INFO)
        if refused:
            said = ngettext("%d redemption refused", "%d redemptions refused", refused) % refused
            self.message_user(request, said, messages.WARNING)

    def has_complete_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("coupon.complete_redemption")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A redemption is made by redeeming."""
        return False

    def has_change_permission(self, request: HttpRequest, redemption: Redemption | None = None) -> bool:
        """What happened happened."""
        return False

    def has_delete_permission(self, request: HttpRequest, redemption: Redemption | None = None) -> bool:
        return False
