"""What is being asked for, under a name that is the same for all ids: the method and the route."""

from django.http import HttpRequest


def operation_of(request: HttpRequest) -> str:
    """The operation, such as `PUT /players/<uuid:player_id>`. Only where an address has been found, so in a view.

    The method belongs to it because one view may serve several: reading a list is not adding to it. It is taken as it
    comes, so HEAD is an operation of its own even where Django answers it like GET.
    """
    match = request.resolver_match
    assert match is not None  # noqa: S101 - Django has found the view that it is about to call
    return f"{request.method} /{match.route}"
