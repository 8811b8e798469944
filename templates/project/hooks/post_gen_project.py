"""After a project is written: what the answers leave out is removed, and the code gets its format.

The format depends on how long the names are and on their letters, so no template can hold it.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ANSWERS = {
    "example": "{{ cookiecutter.example }}",
    "stage": "{{ cookiecutter.stage }}",
    "ci": "{{ cookiecutter.ci }}",
    "editor_config": "{{ cookiecutter.editor_config }}",
    "sentry": "{{ cookiecutter.sentry }}",
    "opentelemetry": "{{ cookiecutter.opentelemetry }}",
}
NAMESPACE = "{{ cookiecutter.namespace }}"
RUFF = "ruff=={{ cookiecutter._ruff }}"
FORMATTING = "uv run ruff check --select I --fix && uv run ruff format"

CONDITIONS: list[tuple[list[str], dict[str, list[str]]]] = json.loads(r'''[
 [
  [
   "stages/monolith"
  ],
  {
   "stage": [
    "monolith"
   ]
  }
 ],
 [
  [
   "permittee",
   "services/permitter",
   "services/backoffice",
   "stages/split"
  ],
  {
   "stage": [
    "split",
    "containers",
    "composition"
   ]
  }
 ],
 [
  [
   "stages/containers",
   ".dockerignore"
  ],
  {
   "stage": [
    "containers",
    "composition"
   ]
  }
 ],
 [
  [
   "stages/composition"
  ],
  {
   "stage": [
    "composition"
   ]
  }
 ],
 [
  [
   "services/event",
   "contracts/{{cookiecutter.namespace}}/contracts/event.py",
   "contracts/{{cookiecutter.namespace}}/contracts/testing/event.py",
   "contracts/tests/test_testing_event.py",
   "acceptance/{{cookiecutter.namespace}}/acceptance/domain/test_events.py"
  ],
  {
   "stage": [
    "composition"
   ]
  }
 ],
 [
  [
   "kit/{{cookiecutter.namespace}}/kit/tracing"
  ],
  {
   "opentelemetry": [
    "yes"
   ]
  }
 ],
 [
  [
   "kit/{{cookiecutter.namespace}}/kit/sentry"
  ],
  {
   "sentry": [
    "yes"
   ]
  }
 ],
 [
  [
   ".github"
  ],
  {
   "ci": [
    "github"
   ]
  }
 ],
 [
  [
   ".gitlab-ci.yml"
  ],
  {
   "ci": [
    "gitlab"
   ]
  }
 ],
 [
  [
   ".editorconfig"
  ],
  {
   "editor_config": [
    "yes"
   ]
  }
 ],
 [
  [
   "acceptance/{{cookiecutter.namespace}}/acceptance/absence",
   "acceptance/{{cookiecutter.namespace}}/acceptance/codes.py",
   "acceptance/{{cookiecutter.namespace}}/acceptance/domain",
   "acceptance/{{cookiecutter.namespace}}/acceptance/redeeming.py",
   "acceptance/{{cookiecutter.namespace}}/acceptance/regulars.py",
   "contracts/tests/test_link.py",
   "contracts/tests/test_testing.py",
   "contracts/tests/test_testing_app.py",
   "contracts/tests/test_testing_archive.py",
   "contracts/tests/test_testing_coupon.py",
   "contracts/tests/test_testing_event.py",
   "contracts/tests/test_testing_link.py",
   "contracts/tests/test_testing_notice.py",
   "contracts/{{cookiecutter.namespace}}/contracts/app.py",
   "contracts/{{cookiecutter.namespace}}/contracts/archive.py",
   "contracts/{{cookiecutter.namespace}}/contracts/coupon.py",
   "contracts/{{cookiecutter.namespace}}/contracts/event.py",
   "contracts/{{cookiecutter.namespace}}/contracts/link.py",
   "contracts/{{cookiecutter.namespace}}/contracts/notice.py",
   "contracts/{{cookiecutter.namespace}}/contracts/player.py",
   "contracts/{{cookiecutter.namespace}}/contracts/testing/app.py",
   "contracts/{{cookiecutter.namespace}}/contracts/testing/archive.py",
   "contracts/{{cookiecutter.namespace}}/contracts/testing/auditing.py",
   "contracts/{{cookiecutter.namespace}}/contracts/testing/coupon.py",
   "contracts/{{cookiecutter.namespace}}/contracts/testing/event.py",
   "contracts/{{cookiecutter.namespace}}/contracts/testing/link.py",
   "contracts/{{cookiecutter.namespace}}/contracts/testing/notice.py",
   "contracts/{{cookiecutter.namespace}}/contracts/testing/player.py",
   "contracts/{{cookiecutter.namespace}}/contracts/testing/vid.py",
   "contracts/{{cookiecutter.namespace}}/contracts/vid.py",
   "services/app",
   "services/backoffice/tests",
   "services/backoffice/{{cookiecutter.namespace}}/service/backoffice/locale",
   "services/backoffice/{{cookiecutter.namespace}}/service/backoffice/players.py",
   "services/backoffice/{{cookiecutter.namespace}}/service/backoffice/static",
   "services/backoffice/{{cookiecutter.namespace}}/service/backoffice/templates",
   "services/backoffice/{{cookiecutter.namespace}}/service/backoffice/urls.py",
   "services/backoffice/{{cookiecutter.namespace}}/service/backoffice/views.py",
   "services/coupon",
   "services/event",
   "services/link",
   "services/notice",
   "services/player",
   "services/vid",
   "stages/composition/composition/event",
   "stages/composition/containers/kubernetes/event",
   "stages/composition/containers/nginx",
   "stages/composition/nginx",
   "stages/containers/kubernetes/base/app.yaml",
   "stages/containers/kubernetes/base/coupon.yaml",
   "stages/containers/kubernetes/base/link.yaml",
   "stages/containers/kubernetes/base/notice.yaml",
   "stages/containers/kubernetes/base/player.yaml",
   "stages/containers/kubernetes/base/vid.yaml",
   "stages/monolith/systemd/monolith-pending.service",
   "stages/split/split/app",
   "stages/split/split/board.py",
   "stages/split/split/coupon",
   "stages/split/split/link",
   "stages/split/split/notice",
   "stages/split/split/player",
   "stages/split/split/vid",
   "templates/service/templates/asks"
  ],
  {
   "example": [
    "yes"
   ]
  }
 ],
 [
  [
   "stages/composition/containers/kubernetes/backoffice"
  ],
  {
   "example": [
    "no"
   ]
  }
 ]
]''')


def remove_what_is_left_out() -> None:
    for places, needed in CONDITIONS:
        if all(ANSWERS[question] in answers for question, answers in needed.items()):
            continue
        for place in places:
            path = Path(place)
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def tidy() -> None:
    """Imports in order and lines broken, by the version of ruff that the project itself uses."""
    ruff = ["uv", "tool", "run", "--no-config", "--from", RUFF, "ruff"]
    try:
        for arguments in (
            ["check", "--no-cache", "--quiet", "--select", "I", "--fix"],
            ["format", "--no-cache", "--quiet"],
        ):
            subprocess.run([*ruff, *arguments], check=True, capture_output=True, text=True)
    except FileNotFoundError:
        sys.stderr.write(f"uv is not installed, so the code is not formatted yet. Later: {FORMATTING}\n")
    except subprocess.CalledProcessError as error:
        said = (error.stderr or error.stdout or "no reason given").strip().splitlines()[-1]
        sys.stderr.write(f"the code is not formatted yet ({said}). Later: {FORMATTING}\n")


if __name__ == "__main__":
    remove_what_is_left_out()
    tidy()
