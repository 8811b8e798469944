from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CouponConfig(AppConfig):
    name = "{{ cookiecutter.namespace }}.service.coupon"
    label = "coupon"
    verbose_name = _("Coupons")
    default_auto_field = "django.db.models.BigAutoField"
    roles = {
        "support": ["view_campaign", "view_campaignitem", "view_code", "view_redemption", "complete_redemption"],
        "operator": [
            "add_campaign",
            "change_campaign",
            "view_campaign",
            "add_campaignitem",
            "change_campaignitem",
            "delete_campaignitem",
            "view_campaignitem",
            "make_codes",
            "export_codes",
            "add_code",
            "change_code",
            "view_code",
            "view_redemption",
            "complete_redemption",
        ],
    }
