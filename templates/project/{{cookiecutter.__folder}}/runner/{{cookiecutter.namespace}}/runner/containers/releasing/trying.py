"""Try a new image where nobody sees it: with this stage's own settings and secrets, and no request."""

from {{ cookiecutter.namespace }}.runner.containers.compose import Compose
from {{ cookiecutter.namespace }}.runner.errors import StageError

# What must hold of a project before it may serve. `check` looks at settings as strangers would meet them.
TRIALS = {
    "check --deploy --fail-level WARNING": "its settings are not safe",
    "makemigrations --check --dry-run": "its models and its migrations differ",
}


def try_out(compose: Compose, project: str) -> None:
    """Raises StageError, with the line that tells why, where the image that the compose file names is not good."""
    for command, verdict in TRIALS.items():
        try:
            once(compose, project, "python", "manage.py", *command.split(), settings={"SECURE": "1"})
        except StageError as error:
            raise StageError(f"{project}: {verdict}: {error}") from error


def once(compose: Compose, service: str, *command: str, settings: dict[str, str] | None = None) -> None:
    """Run a command in a container of its own, with all that the service has, and remove it."""
    given = [word for name, value in (settings or {}).items() for word in ("-e", f"{name}={value}")]
    compose.run("run", "--rm", "--no-deps", "-T", *given, service, *command)
