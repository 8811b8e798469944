"""Secrets that move along, since others know them: a device its token, a game server its secret, a person a password.

What a stage's own projects sign with and prove themselves by is each stage's own, and stays. So do the passwords of its
database server.
"""

from collections.abc import Mapping

from {{ cookiecutter.namespace }}.runner.secrets import caller_secret, of_database_server, secret_key
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile


def shared_with_others(stage: StageFile, secrets: Mapping[str, str]) -> dict[str, str]:
    """The secrets of a stage that somebody outside of it holds the other end of."""
    own = {of(project) for project in stage.projects for of in (secret_key, caller_secret)}
    own |= of_database_server(secrets).keys()
    return {name: value for name, value in secrets.items() if name not in own}
