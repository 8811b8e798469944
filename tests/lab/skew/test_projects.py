"""Two versions of one models.py on one table: it bites, and the order of release that cures it."""

from collections.abc import Iterator

import psutil
import pytest

import lab
from lab.skew import Package, TwoProjects

# Lesson 2.5 does and claims all of it in every walk.
pytestmark = [pytest.mark.live, pytest.mark.full]

NAME = '    name = models.CharField(_("name"), max_length=100)\n'
CHANNEL = '    channel = models.CharField(max_length=20, default="web")\n'


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Package:
    return lab.skew.package("coupon", folder=tmp_path_factory.mktemp("shop"))


@pytest.fixture(scope="module")
def two(first: Package) -> Iterator[TwoProjects]:
    with lab.skew.two_projects(first, folder=first.folder.parent.parent) as two:
        yield two


@pytest.fixture
def friday(first: Package) -> Package:
    made = first.next("0.2.0").replace("models.py", NAME, NAME + CHANNEL)
    made.makemigrations("channel")
    return made


@pytest.fixture
def expand(first: Package) -> Package:
    both = CHANNEL.replace('default="web"', 'default="web", db_default="web"')
    made = first.next("0.2.1").replace("models.py", NAME, NAME + both)
    made.makemigrations("channel")
    return made


def test_a_default_of_the_models_does_not_help_the_old_code_and_one_of_the_table_does(
    two: TwoProjects, friday: Package, expand: Package
) -> None:
    assert two.ask().whole == 4

    two.migrate(friday)
    two.deploy("coupon", friday)
    bitten = two.ask()
    two.start_over()
    with two.asking() as asked:
        two.migrate(expand)
        two.deploy("backoffice", expand)

    assert bitten.whole == 3
    assert bitten.failures("backoffice", "writes") == bitten.failed > 0
    assert bitten.why == ["backoffice writes: IntegrityError: NOT NULL constraint failed: coupon_campaign.channel"]
    assert asked.failed == 0, asked.why
    assert {(state.table, state.backoffice) for state in asked.states} >= {("0.2.1", "0.1.0"), ("0.2.1", "0.2.1")}


def test_no_secret_is_shown_or_given_as_an_argument(two: TwoProjects) -> None:
    layout = two._layout
    secrets = [layout.caller[1], layout.staff[1], layout.settings["backoffice"]["SECRET_KEY"]]
    arguments = [" ".join(psutil.Process(one.pid).cmdline()) for one in two._running.values()]

    for shown in (*arguments, repr(layout), repr(two), two.text(), two.html()):
        assert not any(secret in shown for secret in secrets)


def test_what_is_closed_says_so_and_leaves_no_process(first: Package, two: TwoProjects) -> None:
    pids = [one.pid for one in two._running.values()]

    two.close()

    assert not any(psutil.pid_exists(pid) for pid in pids)
    assert two.text() == "coupon and the backoffice are closed."
    with pytest.raises(lab.LabError, match="are closed: start them again"):
        two.deploy("coupon", first)
