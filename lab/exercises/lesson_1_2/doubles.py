"""1.2.3: a FormSet that refuses doubles."""

from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_1_2.naming import named

LATTE, TEA, NOTHING = {"drink": "latte", "cups": "2"}, {"drink": "hongcha", "cups": "1"}, {"drink": "", "cups": ""}


NONSENSE = {"drink": "petrol", "cups": "0"}


@exercise(
    "1.2.3",
    hints=(
        "Remember in a set which drinks you have seen.",
        "form.cleaned_data.get('drink') is None for an empty form. A wrong one may have no cleaned_data at all.",
        "A FormSet is told what is wrong by an exception, forms.ValidationError. What clean returns is not looked at.",
    ),
)
def no_doubles(answer: Any) -> str:
    """a class made from forms.BaseFormSet, with a method clean"""
    from django.forms import BaseFormSet

    if not (isinstance(answer, type) and issubclass(answer, BaseFormSet)):
        raise Wrong(f"{named(answer)} is not made from forms.BaseFormSet.")
    _expect_valid(answer, "latte and tea", [LATTE, TEA, NOTHING])
    _expect_valid(answer, "one latte, and two lines left empty", [LATTE, NOTHING, NOTHING])
    _expect_valid(answer, "three empty lines", [NOTHING, NOTHING, NOTHING])
    for what, lines in (
        ("latte twice", [LATTE, TEA, LATTE]),
        ("latte twice, and one line empty", [LATTE, LATTE, NOTHING]),
    ):
        said = _whole_errors(answer, what, lines)
        if not said:
            raise Wrong(f"You let {what} through.")
        if "latte" not in " ".join(said):
            raise Wrong(f"You refuse {what}, but the message does not name the drink: {said}")
    said = _whole_errors(answer, "a line of nonsense and an empty one", [LATTE, NONSENSE, NOTHING])
    if said:
        raise Wrong(f"A line of nonsense has its own errors, but no drink is there twice; you say: {said}")
    return "Right. Empty lines are no orders, nonsense is not your business here, and doubles have a name."


def _formset(answer: Any, what: str, lines: list[dict[str, str]]) -> Any:
    """The reader's FormSet, filled in and validated."""
    from django import forms

    class LineForm(forms.Form):
        drink = forms.ChoiceField(choices=[(name, name) for name in ("americano", "latte", "hongcha")])
        cups = forms.IntegerField(min_value=1, max_value=20)

    posted = {"form-TOTAL_FORMS": str(len(lines)), "form-INITIAL_FORMS": "0"}
    for number, line in enumerate(lines):
        posted |= {f"form-{number}-{name}": value for name, value in line.items()}
    filled = forms.formset_factory(LineForm, formset=answer, extra=3)(posted)
    try:
        filled.is_valid()
    except Exception as error:
        raise Wrong(f"With {what}, your clean raised {type(error).__name__}: {error}") from error
    return filled


def _expect_valid(answer: Any, what: str, lines: list[dict[str, str]]) -> None:
    filled = _formset(answer, what, lines)
    if not filled.is_valid():
        raise Wrong(f"With {what} everything is in order, and you refuse it: {list(filled.non_form_errors())}")


def _whole_errors(answer: Any, what: str, lines: list[dict[str, str]]) -> list[str]:
    return [str(each) for each in _formset(answer, what, lines).non_form_errors()]
