"""Whether a text fits into a field, as the field itself says: its form, and its length, which SQLite does not mind."""

from django.core.exceptions import ValidationError
from django.db.models import Model
from pydantic import AfterValidator


def fit(model: type[Model], field: str, text: str) -> str:
    """`text`, where it fits. Raises Django's ValidationError."""
    fitting: str = model._meta.get_field(field).clean(text, None)  # type: ignore[union-attr]
    return fitting


def fits(model: type[Model], field: str) -> AfterValidator:
    """The same for pydantic, as `Annotated[str, fits(Caller, "name")]`."""

    def validate(text: str) -> str:
        try:
            return fit(model, field, text)
        except ValidationError as error:
            raise ValueError(error.messages[0]) from None

    return AfterValidator(validate)
