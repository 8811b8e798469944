"""The back office for permits. All of it goes through the actions, which write down who did it."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from {{ cookiecutter.namespace }}.kit.admin import ReadOnlyInline
from {{ cookiecutter.namespace }}.service.permitter import actions
from {{ cookiecutter.namespace }}.service.permitter.forms import PermitForm
from {{ cookiecutter.namespace }}.service.permitter.models import AuditEntry, Caller, Permit


def by(request: HttpRequest) -> str:
    """Who does it, for the audit log."""
    return request.user.get_username()


class PermitInline(ReadOnlyInline):
    model = Permit


@admin.register(Caller)
class CallerAdmin(admin.ModelAdmin):
    list_display = ["name", "active", "permit_count", "rotated_at", "added_at"]
    list_filter = ["active"]
    search_fields = ["name"]
    fields = ["name", "active", "rotated_at", "added_at"]
    inlines = [PermitInline]
    actions = ["rotate", "disable", "enable"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Caller]:
        return super().get_queryset(request).annotate(permit_count=Count("permits"))

    @admin.display(description=_("permits"), ordering="permit_count")
    def permit_count(self, caller: Caller) -> int:
        return getattr(caller, "permit_count", 0)

    def get_fields(self, request: HttpRequest, caller: Caller | None = None) -> Any:
        """To add a caller takes its name alone: its secret is made here."""
        return self.fields if caller else ["name"]

    def get_inlines(self, request: HttpRequest, caller: Caller | None) -> Any:
        return self.inlines if caller else []

    def save_model(self, request: HttpRequest, caller: Caller, form: ModelForm, change: bool) -> None:
        secret = actions.add_caller(name=caller.name, by=by(request))
        caller.pk = Caller.objects.get(name=caller.name).pk
        self._shown_once(request, {caller.name: secret})

    def response_add(self, request: HttpRequest, caller: Caller, post_url_continue: str | None = None) -> HttpResponse:
        return self._secrets_page(request)

    @admin.action(permissions=["rotate"], description=_("Make a new secret (the old one stops working at once)"))
    def rotate(self, request: HttpRequest, chosen: QuerySet[Caller]) -> HttpResponse:
        names = sorted(caller.name for caller in chosen)
        self._shown_once(request, {name: actions.rotate_secret(name=name, by=by(request)) for name in names})
        return self._secrets_page(request)

    @admin.action(permissions=["switch"], description=_("Disable: nobody believes them any longer"))
    def disable(self, request: HttpRequest, chosen: QuerySet[Caller]) -> None:
        for caller in chosen:
            actions.disable_caller(name=caller.name, by=by(request))

    @admin.action(permissions=["switch"], description=_("Enable: they are believed again"))
    def enable(self, request: HttpRequest, chosen: QuerySet[Caller]) -> None:
        for caller in chosen:
            actions.enable_caller(name=caller.name, by=by(request))

    def _shown_once(self, request: HttpRequest, secrets: dict[str, str]) -> None:
        # On the request, which is gone with its answer. A message would lie in a cookie or a session until it is read.
        request.new_secrets = secrets  # type: ignore[attr-defined]

    def _secrets_page(self, request: HttpRequest) -> HttpResponse:
        """The answer itself and not a redirect: there is no second time to show it. The admin forbids to store it."""
        context = {
            **self.admin_site.each_context(request),
            "title": _("A secret that is shown once"),
            "opts": self.opts,
            "secrets": request.new_secrets,  # type: ignore[attr-defined]
        }
        return TemplateResponse(request, "permitter/secrets.html", context)

    def has_rotate_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("permitter.rotate_secret")

    def has_switch_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("permitter.switch_caller")

    def has_change_permission(self, request: HttpRequest, caller: Caller | None = None) -> bool:
        """What can be changed is changed by an action."""
        return False

    def has_delete_permission(self, request: HttpRequest, caller: Caller | None = None) -> bool:
        """Disable it: its name stays taken, so that nobody becomes it."""
        return False


@admin.register(Permit)
class PermitAdmin(admin.ModelAdmin):
    form = PermitForm
    list_display = ["caller", "service", "operation"]
    list_display_links = ["operation"]
    list_filter = ["service", ("caller", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["caller"]
    search_fields = ["caller__name", "service", "operation"]
    autocomplete_fields = ["caller"]

    def save_model(self, request: HttpRequest, permit: Permit, form: ModelForm, change: bool) -> None:
        granted = actions.grant(
            name=permit.caller.name, service=permit.service, operation=permit.operation, by=by(request)
        )
        permit.pk = granted.pk

    def delete_model(self, request: HttpRequest, permit: Permit) -> None:
        actions.revoke(name=permit.caller.name, service=permit.service, operation=permit.operation, by=by(request))

    def delete_queryset(self, request: HttpRequest, chosen: QuerySet[Permit]) -> None:
        for permit in chosen.select_related("caller"):
            self.delete_model(request, permit)

    def has_change_permission(self, request: HttpRequest, permit: Permit | None = None) -> bool:
        """A permit is granted or revoked."""
        return False


@admin.register(AuditEntry)
class AuditEntryAdmin(admin.ModelAdmin):
    list_display = ["at", "by", "what", "caller", "service", "operation"]
    list_filter = ["what", "service", "at"]
    search_fields = ["=by", "=caller", "operation"]
    search_help_text = _("the whole name of whoever did it or of a caller, or a part of an operation")
    date_hierarchy = "at"
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, entry: Model | None = None) -> bool:
        """What happened happened."""
        return False

    def has_delete_permission(self, request: HttpRequest, entry: Any = None) -> bool:
        return False
