"""Who is asking the permitter: it cannot ask itself over HTTP, so it looks into its own table."""

from {{ cookiecutter.namespace }}.kit.callers import Caller, Kind
from {{ cookiecutter.namespace }}.kit.credentials import name_and_secret
from {{ cookiecutter.namespace }}.kit.middleware.callers import CallerMiddleware, check
from {{ cookiecutter.namespace }}.service.permitter import queries


class OwnCallerMiddleware(CallerMiddleware):
    """CallerMiddleware, with the permitter's table in the place of settings.CALLERS."""

    def service(self, value: str) -> Caller:
        """The active caller whom Basic credentials belong to. Raises Unauthenticated."""
        name, secret = name_and_secret(value)
        check(secret, queries.digest_of(name=name))
        return Caller(Kind.SERVICE, name=name)
