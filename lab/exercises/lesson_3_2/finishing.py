"""3.2.5: how a Dockerfile ends: as whom, how one can tell that it is well, and who is told to stop."""

import re
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_3_2.dockerfile import Stage, Step, stages

NOT_THERE = re.compile(r"\b(curl|wget|nc)\b")


@exercise(
    "3.2.5",
    hints=(
        "The exec form is a list in JSON, and JSON knows double quotes only.",
        "In a slim image there is no curl, but there is Python: its urlopen raises where it is answered 500.",
        "127.0.0.1 is the container's own. For guests it has to be 0.0.0.0; for its own health check it is right.",
    ),
)
def last_lines(answer: Any) -> str:
    """the text of a Dockerfile, with USER, HEALTHCHECK and CMD at its end"""
    last = stages(answer)[-1]
    _expect_served(_started(last))
    _expect_user(last)
    _expect_health(last)
    return "Right. It is nobody in particular, says how it is, and hears when it is told to go."


def _started(last: Stage) -> str:
    """What is PID 1, of ENTRYPOINT and CMD together. Raises Wrong where that is a shell, or nothing."""
    said = [last.of(name)[-1] for name in ("ENTRYPOINT", "CMD") if last.of(name)]
    if not said:
        raise Wrong("It does not say what to start: CMD is missing.")
    words = [word for step in said for word in _words(step)]
    line = f"{said[0].line:.70}"
    if " " in words[0]:
        raise Wrong(f"`{line}` looks for one program of the name {words[0]!r:.50}: each word stands by itself.")
    if words[0].rpartition("/")[2] in {"sh", "bash"} and "exec " not in " ".join(words):
        raise Wrong(f"`{line}` starts a shell, which need not pass on what it is told: let it exec.")
    return " ".join(words)


def _words(step: Step) -> list[str]:
    if step.words is not None:
        return step.words
    if step.rest.startswith("exec "):  # the shell becomes it
        return step.rest.split()[1:]
    quotes = ", and single quotes are not JSON" if step.rest.startswith("[") else ""
    raise Wrong(f"`{step.line:.70}` is no list in JSON{quotes}: a shell is started to read it, and is PID 1.")


def _expect_served(said: str) -> None:
    if "gunicorn" not in said or not re.search(r"\bapp\b", said):
        raise Wrong(f"gunicorn should serve app, and CMD says {said!r:.70}.")
    bound = re.search(r"(?:--bind[= ]|-b ?)(\S+)", said)
    if bound is None or bound[1].startswith(("127.", "localhost")):
        raise Wrong("It listens on 127.0.0.1, gunicorn's own choice. There it meets nobody but its own container.")
    if not bound[1].strip("\"'").endswith(":8000"):
        raise Wrong(f"It should listen on port 8000, and is bound to {bound[1]}.")


def _expect_user(last: Stage) -> None:
    said = last.of("USER")
    user = said[-1].rest.partition(":")[0] if said else "root"
    if user in {"root", "0", ""}:
        raise Wrong("It runs as root: USER cafe makes it somebody without rights.")
    if user not in {"cafe", "10001"}:
        raise Wrong(f"There is no user {user!r} in the image: useradd made cafe, whose number is 10001.")


def _expect_health(last: Stage) -> None:
    said = [step for step in last.of("HEALTHCHECK") if step.rest.upper() != "NONE"]
    if not said:
        raise Wrong("There is no HEALTHCHECK, so to the engine it is well as long as it has not ended.")
    found = re.match(r"CMD\s+(.*)", said[-1].rest, re.IGNORECASE)
    if not found:
        raise Wrong(f"`{said[-1].line:.70}`: after HEALTHCHECK and its options stands CMD, and then what is to be run.")
    command = found[1]
    if re.match(r"\[\s*'", command):
        raise Wrong(f"`{command:.70}` is no list, since single quotes are not JSON: a shell looks for a program [.")
    missing = NOT_THERE.search(command)
    if missing and not any(missing[1] in step.rest for step in last.of("RUN")):
        raise Wrong(f"There is no {missing[1]} in a slim image, so this check would say unhealthy for ever.")
    if not re.search(r"(127\.0\.0\.1|localhost)\W{1,4}8000\b", command):
        raise Wrong(f"The check does not ask http://127.0.0.1:8000/: `{command:.70}`.")
