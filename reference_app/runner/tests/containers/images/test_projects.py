import shutil
from pathlib import Path

import pytest

from clever.runner.containers.engine import Engine
from clever.runner.containers.images import Made, Wish, ensure
from clever.runner.containers.images.bases import NODE, PYTHON
from clever.runner.containers.images.context import Context
from clever.runner.errors import StageError
from clever.runner.stagefile import StageFile, load_stage

ROOT = Path(__file__).parents[4]

pytestmark = pytest.mark.skipif(
    not (ROOT / "stages/containers").is_dir(), reason="there is no stage in containers in this project"
)


@pytest.fixture
def stage(tmp_path: Path) -> StageFile:
    """The stage, in a copy of the sources that a test may edit."""
    beside = [ROOT / ".dockerignore", ROOT / "stages/split/stage.toml"]
    of_the_stage = [file for file in (ROOT / "stages/containers").iterdir() if file.is_file()]
    for file in {*Context(ROOT).files(), *beside, *of_the_stage}:
        copy = tmp_path / "project" / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    return load_stage("containers", tmp_path / "project")


@pytest.fixture
def composition(stage: StageFile) -> StageFile:
    """A stage that adds to split, on containers, beside the one in containers."""
    source, copy = ROOT / "stages/composition", stage.folder.parent / "composition"
    if not source.is_dir():
        pytest.skip("there is no such stage in this project")
    shutil.copytree(source, copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns("tests", "__pycache__"))
    return load_stage("composition", stage.folder.parents[1], on="containers")


@pytest.fixture
def with_bases(stand_in):
    stand_in.has(PYTHON)
    stand_in.has(NODE)
    return stand_in


SOME = ("backoffice", "vid", "coupon")  # the one that holds all services, and two that hold one


def ensure_some(stage: StageFile, engine: Engine) -> list[Made]:
    return ensure(stage, engine, wish=Wish(projects=SOME))


def tags(*projects: str) -> list[str]:
    return [f"clever/{name}:local" for name in projects]


def edit(stage: StageFile, path: str) -> None:
    with (stage.folder.parent.parent / path).open("a") as file:
        file.write("\n# edited\n")


def test_what_is_missing_is_built_and_our_base_before_it(stage, with_bases):
    ensure(stage, with_bases.engine)

    assert with_bases.built() == ["clever/base:local", *tags(*stage.projects)]


def test_what_is_as_it_should_be_is_left_alone(stage, with_bases):
    ensure_some(stage, with_bases.engine)
    with_bases.built()

    made = ensure_some(stage, with_bases.engine)

    assert with_bases.built() == []
    assert {one.seconds for one in made} == {None}


def test_a_service_that_was_edited_is_built_again_and_so_is_the_backoffice_which_holds_all(stage, with_bases):
    ensure_some(stage, with_bases.engine)
    with_bases.built()
    edit(stage, "services/coupon/clever/service/coupon/actions.py")

    ensure_some(stage, with_bases.engine)

    assert with_bases.built() == tags("backoffice", "coupon")


@pytest.mark.parametrize("path", ["kit/clever/kit/health.py", "stages/containers/probe.py"])
def test_what_all_have_in_common_is_in_all_of_them(stage, with_bases, path):
    ensure_some(stage, with_bases.engine)
    with_bases.built()
    edit(stage, path)

    ensure_some(stage, with_bases.engine)

    assert with_bases.built() == tags(*SOME)


def test_a_new_base_is_a_new_everything(stage, with_bases):
    ensure_some(stage, with_bases.engine)
    with_bases.built()
    edit(stage, "stages/containers/base.Containerfile")

    ensure_some(stage, with_bases.engine)

    assert with_bases.built() == ["clever/base:local", *tags(*SOME)]


def test_what_no_image_holds_changes_none(stage, with_bases):
    ensure_some(stage, with_bases.engine)
    with_bases.built()
    edit(stage, "stages/containers/compose.yaml")

    ensure_some(stage, with_bases.engine)

    assert with_bases.built() == []


def test_one_service_can_be_built_alone_under_a_version_of_its_own(stage, with_bases):
    ensure(stage, with_bases.engine, wish=Wish("1.2.3", ("coupon",)))

    assert with_bases.built() == ["clever/base:local", "clever/coupon:1.2.3"]


def test_a_service_that_nobody_knows_is_refused_before_anything_is_built(stage, with_bases):
    with pytest.raises(StageError, match="containers has no service 'kupon'; there are: backoffice, vid"):
        ensure(stage, with_bases.engine, wish=Wish(projects=("kupon",)))

    assert with_bases.built() == []


def test_where_no_base_is_in_reach_one_line_says_how_to_do_without_a_registry(stage, stand_in):
    with pytest.raises(StageError) as refused:
        ensure(stage, stand_in.engine)

    assert str(refused.value) == (
        "python:3.13-slim-trixie is not here and cannot be pulled (docker pull --quiet: Error response from daemon: "
        "no route to a registry); make it from Debian's packages: inv images --air-gapped"
    )


def test_a_stage_that_adds_to_another_takes_its_images_and_makes_those_that_are_other(stage, composition, with_bases):
    ensure(stage, with_bases.engine)
    with_bases.built()

    ensure(composition, with_bases.engine)

    assert with_bases.built() == tags("composition-backoffice", "event")


def test_an_edit_of_the_stage_that_adds_changes_its_own_images_alone(stage, composition, with_bases):
    for each in (stage, composition):
        ensure(each, with_bases.engine)
    with_bases.built()
    edit(stage, "stages/composition/composition/event/settings.py")

    for each in (stage, composition):
        ensure(each, with_bases.engine)

    assert with_bases.built() == tags("composition-backoffice", "event")
