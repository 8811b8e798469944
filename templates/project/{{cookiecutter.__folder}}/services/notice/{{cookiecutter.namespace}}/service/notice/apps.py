from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticeConfig(AppConfig):
    name = "{{ cookiecutter.namespace }}.service.notice"
    label = "notice"
    verbose_name = _("Notices")
    default_auto_field = "django.db.models.BigAutoField"
    roles = {
        "notice editor": [
            f"{verb}_{model}" for model in ("notice", "noticetranslation") for verb in ("add", "change", "view")
        ],
        "support": ["view_notice", "view_noticetranslation"],
        "operator": ["view_notice", "view_noticetranslation"],
    }
