"""`inv test` of a checkout: each distribution's own tests, then the behaviour of the running stage."""

import subprocess
import sys

from invoke import Context, Exit, task

from clever.acceptance.against import accept
from clever.runner import StageError
from clever.runner.engines.postgresql import find_binaries, private_postgresql
from clever.runner.places import find_root
from clever.runner.stagefile import known_stages


@task(
    name="test",
    help={
        "fast": "Only the tests that start no process.",
        "full": "The long forms: more redemptions, more fuzzing.",
    },
)
def run_tests(context: Context, fast: bool = False, full: bool = False) -> None:
    """Run all tests: each distribution's own, then the running stage's, also on PostgreSQL where it is installed."""
    failed = []
    marks = ["-m", "not live"] if fast else []
    if subprocess.run([sys.executable, "-m", "pytest", "-q", *marks], check=False).returncode:
        failed.append("the distributions' own tests")
    if not fast:
        failed += [what for stage in known_stages(find_root()) for what in _behaviour(stage, full)]
    if failed:
        raise Exit(f"failed: {', '.join(failed)}", code=1)


def _behaviour(stage: str, full: bool) -> list[str]:
    arguments = ["-q", *(["--full"] if full else [])]
    failed = []
    try:
        if accept(stage, pytest_arguments=arguments):
            failed.append(f"{stage} on SQLite")
        if find_binaries() is None:
            sys.stdout.write("PostgreSQL is not installed, so the stage was tested on SQLite alone\n")
            return failed
        with private_postgresql() as server:
            if accept(stage, database_url=server.create("acceptance"), pytest_arguments=arguments):
                failed.append(f"{stage} on PostgreSQL")
    except StageError as error:
        raise Exit(str(error), code=1) from error
    return failed
