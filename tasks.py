"""The project's tasks. `inv --list` shows them, `inv <task> --help` explains one."""

from invoke import Collection

from clever.contracts.compatibility.tasks import contracts
from clever.runner.containers.tasks import images, release
from clever.runner.tasks import backup, down, move, register, reload, restore, status, trace, up
from clever.scaffolding.tasks import new_service
from workbook.tasks.check import check
from workbook.tasks.checkout import checkout
from workbook.tasks.diff import diff
from workbook.tasks.doctor import doctor
from workbook.tasks.learn import learn, reset
from workbook.tasks.new import new
from workbook.tasks.notebooks import notebooks
from workbook.tasks.site import site
from workbook.tasks.templates import templates
from workbook.tasks.test import run_tests
from workbook.tasks.walk import walk

namespace = Collection(
    *[learn, reset, walk],
    *[up, down, reload, status, backup, restore, move, trace, register, images, release],
    *[diff, checkout, new, new_service, notebooks, templates, run_tests, check, contracts, site, doctor],
)
