"""The back office for players: find one, see what it owns, and make good what was lost."""

from uuid import uuid4

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError

from {{ cookiecutter.namespace }}.contracts.player import Grant, Item
from {{ cookiecutter.namespace }}.kit.admin import ReadOnlyInline
from {{ cookiecutter.namespace }}.service.player import actions, models


class PossessionInline(ReadOnlyInline):
    model = models.Possession
    fields = ["item", "count"]


class GrantInline(ReadOnlyInline):
    model = models.Grant
    fields = ["key", "items", "created_at"]


@admin.register(models.Player)
class PlayerAdmin(admin.ModelAdmin):
    list_display = ["nickname", "id", "vid_id", "created_at"]
    list_filter = ["created_at"]
    search_fields = ["nickname__istartswith", "=id", "=vid_id"]
    search_help_text = _("the beginning of a nickname, or a whole id of a player or device")
    readonly_fields = ["id", "vid_id", "created_at"]
    inlines = [PossessionInline, GrantInline]
    date_hierarchy = "created_at"
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A player is made by a device."""
        return False

    def has_delete_permission(self, request: HttpRequest, player: models.Player | None = None) -> bool:
        """What a player was given must stay on record."""
        return False


class GrantForm(forms.ModelForm):
    """Items by hand, one kind at a time, through the same action as everyone else's."""

    item = forms.SlugField(label=_("item"), max_length=64)
    count = forms.IntegerField(label=_("count"), min_value=1, max_value=1_000_000)

    class Meta:
        model = models.Grant
        fields = ["player"]

    def clean(self) -> None:
        super().clean()
        try:
            self.items = [Item(item=self.cleaned_data["item"], count=self.cleaned_data["count"])]
        except KeyError:
            return  # the fields have said why already
        except ValidationError as error:
            self.add_error("item", error.errors()[0]["msg"])


@admin.register(models.Grant)
class GrantAdmin(admin.ModelAdmin):
    form = GrantForm
    list_display = ["key", "player", "items", "created_at"]
    list_select_related = ["player"]
    list_filter = ["created_at"]
    search_fields = ["=key", "=player__id", "player__nickname__istartswith"]
    autocomplete_fields = ["player"]
    show_full_result_count = False

    def save_model(self, request: HttpRequest, grant: models.Grant, form: GrantForm, change: bool) -> None:
        grant.key, grant.items = uuid4(), [item.model_dump() for item in form.items]
        actions.grant_items(player_id=grant.player_id, grant=Grant(key=grant.key, items=form.items))
        grant._state.adding = False

    def has_change_permission(self, request: HttpRequest, grant: models.Grant | None = None) -> bool:
        """What was given was given. A wrong grant is mended by another one."""
        return False

    def has_delete_permission(self, request: HttpRequest, grant: models.Grant | None = None) -> bool:
        return False
