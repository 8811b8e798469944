"""Check one value that is no part of a schema, such as a name in an address."""

from pydantic import TypeAdapter, ValidationError

from {{ cookiecutter.namespace }}.kit.problems import Invalid


def checked[T](kind: TypeAdapter[T], value: object, *, field: str) -> T:
    """`value`, as `kind` reads it. Raises Invalid, naming `field`: the same as the API says of a bad request."""
    try:
        return kind.validate_python(value)
    except ValidationError as error:
        message = error.errors()[0]["msg"]
        raise Invalid(f"{field}: {message}", errors=[{"field": field, "message": message}]) from error
