"""The form by which staff write a notice: the notice itself, and a form set of its texts, one a language."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from {{ cookiecutter.namespace }}.kit.transactions import atomic_for
from {{ cookiecutter.namespace }}.service.notice import zones
from {{ cookiecutter.namespace }}.service.notice.fields import LocalMomentField
from {{ cookiecutter.namespace }}.service.notice.models import Notice, NoticeTranslation

LANGUAGES = NoticeTranslation.Language.choices


class BaseTexts(forms.BaseInlineFormSet):
    """One form a language. Which have no text yet come empty, and may stay so, but not all of them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = {text.language for text in self.get_queryset()}
        untold = [code for code, _name in LANGUAGES if code not in told]
        self.extra = len(untold)
        # Also what an answer is compared with: a form that holds only its language has been left empty.
        self.initial_extra = [{"language": code} for code in untold]

    def clean(self) -> None:
        super().clean()
        written = [form for form in self.forms if form.has_changed() or not form.instance._state.adding]
        if all(form in self.deleted_forms for form in written):
            raise forms.ValidationError(_("Write the notice in one language at least."), code="no_text")

    def get_unique_error_message(self, unique_check: Any) -> Any:
        return _("There can be one text in a language, not two.")


class TextForm(forms.ModelForm):
    """A notice's text in one language. Which one is the form set's to say."""

    class Meta:
        model = NoticeTranslation
        fields = ["language", "title", "body"]
        widgets = {"language": forms.HiddenInput, "body": forms.Textarea(attrs={"rows": 10})}

    @property
    def language_name(self) -> str:
        """The language that this form's text is in, for people."""
        code = self["language"].value()
        return str(dict(LANGUAGES).get(code, code))


TextFormSet = forms.inlineformset_factory(
    Notice,
    NoticeTranslation,
    form=TextForm,
    formset=BaseTexts,
    max_num=len(LANGUAGES),
    absolute_max=len(LANGUAGES),
    can_delete_extra=False,
)


class NoticeForm(forms.ModelForm):
    """A notice with its texts. `zone` is the time zone whose local times the form was filled in with."""

    publish_from = LocalMomentField(label=_("Publish from"))
    publish_until = LocalMomentField(
        label=_("Publish until"), required=False, help_text=_("No longer shown at this time. Empty: without end.")
    )
    zone = forms.CharField(widget=forms.HiddenInput)

    class Meta:
        model = Notice
        fields = ["publish_from", "publish_until", "pinned", "author"]

    def __init__(self, data: Any = None, files: Any = None, **kwargs: Any) -> None:
        super().__init__(data, files, **kwargs)
        self.texts = TextFormSet(data, instance=self.instance, prefix="texts")

    def is_valid(self) -> bool:
        return all([super().is_valid(), self.texts.is_valid()])  # a list: both are asked, so that all errors show

    def clean_zone(self) -> str:
        zone: str = self.cleaned_data["zone"]
        if not zones.exists(zone):
            raise forms.ValidationError(_("The form came back with a time zone that does not exist. Please try again."))
        return zone

    def clean(self) -> None:
        super().clean()
        begin, end = self.cleaned_data.get("publish_from"), self.cleaned_data.get("publish_until")
        if begin and end and end <= begin:
            self.add_error("publish_until", _("It must end after it begins."))

    def save(self, commit: bool = True) -> Notice:
        """Write the notice and its texts, both or neither."""
        with atomic_for(Notice):
            notice: Notice = super().save(commit)
            self.texts.save(commit)
        return notice
