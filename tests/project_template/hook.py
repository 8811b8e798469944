"""The hook of templates/project as a module, so that its rules can be asked without cookiecutter around them."""

import json
import re
import runpy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cookiecutter.generate import generate_context
from cookiecutter.prompt import prompt_for_config
from django.conf.global_settings import LANGUAGES

from workbook.book import REPOSITORY

OVERLAY = REPOSITORY / "templates/overlay"
QUESTIONS: dict[str, Any] = json.loads((OVERLAY / "cookiecutter.json").read_text(encoding="utf-8"))
ASKED = [prompt for prompt in QUESTIONS if not prompt.startswith("_")]
CHOICES = [prompt for prompt in ASKED if isinstance(QUESTIONS[prompt], list)]
CONTRACTS = REPOSITORY / "reference_app/contracts/clever/contracts"
EXAMPLE = {"app", "archive", "coupon", "event", "link", "notice", "player", "vid"}
# What `inv templates` puts in.
FILLED_IN = {
    "TAKEN: dict[str, str] = ": dict.fromkeys({file.stem for file in CONTRACTS.glob("*.py")} - EXAMPLE, "a module"),
    "LANGUAGES: frozenset[str] = ": frozenset(code for code, _ in LANGUAGES),
}


@dataclass(frozen=True)
class Hook:
    """The check of each question. `usual` are the answers that are offered."""

    checks: dict[str, Any]
    usual: dict[str, str]

    def takes(self, prompt: str, value: str, **answers: str) -> bool:
        """Whether an answer is fine, beside `answers` to other questions and the usual ones to the rest."""
        return not list(self.checks[prompt](value, self.usual | answers))


def load_hook(folder: Path) -> Hook:
    """The hook, written into `folder`."""
    file = folder / "pre_gen_project.py"
    file.write_text(filled_in(), encoding="utf-8")
    usual = prompt_for_config(generate_context(str(OVERLAY / "cookiecutter.json")), no_input=True)
    return Hook(runpy.run_path(str(file), run_name="hook")["CHECKS"], usual)


def filled_in() -> str:
    """The hook with what `inv templates` puts in."""
    text = (OVERLAY / "hooks/pre_gen_project.py").read_text(encoding="utf-8")
    for line, value in FILLED_IN.items():
        text, found = re.subn(rf"^({re.escape(line)}).*  # by inv templates$", rf"\g<1>{value!r}", text, flags=re.M)
        assert found == 1, line
    return text
