"""`inv test` of a project that has its stage from here."""

import os
import subprocess
import sys

from invoke import Context, Exit, task


@task(
    name="test",
    help={
        "fast": "Only what starts no processes.",
        "full": "Also the long forms: 2,000 codes, 1,000 drawn cases an API.",
    },
)
def run_tests(context: Context, fast: bool = False, full: bool = False) -> None:
    """Run each service's own tests, and ask the running stage for its behaviour."""
    if fast and full:
        raise Exit("--fast and --full exclude each other", code=2)
    which = ["-m", "not live"] if fast else []
    environment = os.environ | ({"FULL": "1"} if full else {})
    ran = subprocess.run([sys.executable, "-m", "pytest", "-q", *which], env=environment, check=False)
    if ran.returncode:
        raise Exit("tests failed; the lines above say which", code=1)
