"""Checking an answer, and saying what is wrong with it."""

import inspect
import sysconfig
import traceback
from pathlib import Path
from typing import Any

from lab import walk
from lab.checks.deadline import TooLong, deadline
from lab.checks.registry import Exercise, Wrong, find
from lab.checks.unanswered import is_unanswered
from lab.checks.verdict import Verdict, described
from lab.display import Shown
from lab.display.prose import prose
from lab.errors import LabError

LAB = Path(__file__).resolve().parent.parent


class CheckFailed(LabError):
    """Under a walk: an exercise's answer did not pass."""


def check(id: str, answer: Any) -> Verdict:
    """Check the answer of an exercise: `lab.check("1.1.1", answer)`. It says what is wrong, never only "wrong".

    Raises only under a walk.
    """
    verdict = judge(find(id), answer)
    walk.note("check", id, passed=verdict.passed, said=verdict.line)
    if not verdict.passed and walk.walking():
        raise CheckFailed(f"exercise {id}: {verdict.line}", detail=verdict.code)
    return verdict


_asked: dict[str, int] = {}


class Hint(Shown):
    """One hint, and how many are left."""

    def __init__(self, line: str) -> None:
        self.line = line

    def text(self) -> str:
        return self.line

    def html(self) -> str:
        return f'<p class="lab-note">{prose(self.line)}</p>'


def hint(id: str) -> Hint:
    """The next hint of an exercise. Each call says a little more; after the last it begins again."""
    hints = find(id).hints
    if not hints:
        return Hint(f"{id}: there are no hints for this one. What does lab.check say about your answer?")
    number = _asked.get(id, 0) % len(hints)
    _asked[id] = number + 1
    left = len(hints) - number - 1
    return Hint(f"{id}: {hints[number]} ({left} more)" if left else f"{id}: {hints[number]} (That was the last hint.)")


def judge(one: Exercise, answer: Any) -> Verdict:
    """Run an exercise's check on an answer. Whatever the answer does, a verdict comes back."""
    expects = f"An answer is: {one.expects}"
    if is_unanswered(answer):
        return Verdict(one.id, False, "Not answered yet: put your answer in place of the dots.", advice=expects)
    try:
        with deadline(one.seconds):
            praise = one.body(answer)
    except Wrong as wrong:
        return Verdict(one.id, False, str(wrong), advice=_advice(one))
    except TooLong:
        line = f"Your answer had not come to an end after {one.seconds:g} s. Is there a loop that never stops?"
        return Verdict(one.id, False, line, advice=_advice(one))
    except LabError as error:  # a check that serves the answer, say: its line and the log's tail tell enough
        return Verdict(one.id, False, error.line, code=error.detail, advice=_advice(one))
    except (Exception, SystemExit) as error:
        return _surprised(one, answer, error)
    return Verdict(one.id, True, praise or "Right.")


def _surprised(one: Exercise, answer: Any, error: BaseException) -> Verdict:
    """The verdict on an error: the answer's own, if one of its lines ran last, else of a check that met a stranger."""
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    known = {inspect.getfile(one.body)}
    own = [frame for frame in traceback.extract_tb(error.__traceback__) if not _is_ours(frame.filename, known)]
    if own:
        last = own[-1]
        place = f"line {last.lineno}: {last.line}" if last.line else f"line {last.lineno}"
        return Verdict(one.id, False, f"Your code raised {what}, in {last.name}:", code=place, advice=_advice(one))
    line = f"The check could not use your answer, which is {described(answer)}. It met {what}."
    return Verdict(one.id, False, line, advice=f"An answer is: {one.expects}")


def _is_ours(filename: str, known: set[str]) -> bool:
    """Whether a frame is the lab's, a library's or the check's own: anything but the reader's code."""
    libraries = "site-packages" in filename or Path(filename).is_relative_to(sysconfig.get_path("stdlib"))
    return libraries or filename.startswith("<frozen") or filename in known or Path(filename).is_relative_to(LAB)


def _advice(one: Exercise) -> str:
    return f'Stuck? lab.hint("{one.id}")' if one.hints else ""
