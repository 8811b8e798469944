"""Asking a reader's function in another process, which remembers nothing of this one."""

import os
import subprocess
import sys
from collections.abc import Callable
from inspect import unwrap
from typing import Any

import cloudpickle

from lab.checks import Wrong

ASKED = """
import sys, cloudpickle
answers, sys.stdout = sys.stdout, sys.stderr  # what the function itself prints is no answer
function, arguments = cloudpickle.load(sys.stdin.buffer)
print(function(*arguments), end="", file=answers)
"""


def elsewhere(function: Callable[..., Any], *arguments: Any) -> str:
    """What a function returns in another process, as a text. Raises Wrong where it does not get there, or raises."""
    try:
        # A cache stays here: beneath it is the function that another process would begin with.
        carried = cloudpickle.dumps((unwrap(function), arguments))
    except Exception as error:
        raise Wrong(
            f"Your function cannot be taken to another process ({error}). Let it use only what it is given, and names "
            "of modules and constants."
        ) from error
    salted = {**os.environ, "PYTHONHASHSEED": "random"}
    asked = subprocess.run([sys.executable, "-c", ASKED], input=carried, capture_output=True, env=salted, check=False)
    if asked.returncode:
        said = asked.stderr.decode(errors="replace").strip().splitlines()
        raise Wrong(f"In another process your function does not work: {said[-1] if said else 'it says nothing'}.")
    return asked.stdout.decode()
