"""What is in the images, what is not, and how one behaves by itself."""

import http.client
import os
import re
import shutil
import threading
from collections.abc import Callable
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from clever.runner.containers.engine import Engine, find_engine
from clever.runner.containers.images import Made, Wish, ensure, tag_of
from clever.runner.containers.images.bases import BASE, PYTHON
from clever.runner.containers.images.context import Context
from clever.runner.containers.images.found import Image, must_find
from clever.runner.envfile import read_env
from clever.runner.places import StageFolder, find_root
from clever.runner.stagefile import StageFile, load_stage

from .composition import PROJECTS, STAGE, TABLE
from .layers import betrayed, saved
from .running import FULL
from .trials import CONFINED, SECONDS, facts, settings, trial

MOST_ADDED = 80 * 1024 * 1024  # bytes
MOST_EDITED = 2_000_000  # bytes, that an edit of the code changes
REBUILT_SECONDS = 5.0
ATTEMPTS = 3
PUBLIC = ("STAFF_NAME", "VID_PUBLIC_KEY")
HERE = Path(__file__).parent

pytestmark = [pytest.mark.live, pytest.mark.engine("docker")]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return find_engine()


@pytest.fixture(scope="module")
def made(engine: Engine) -> dict[str, Made]:
    """Our base and the images, as the sources are now."""
    return {one.tag: one for one in ensure(TABLE, engine)}


@pytest.fixture(scope="module")
def images(made: dict[str, Made]) -> dict[str, Image]:
    """The images, by project."""
    return {project: made[tag_of(project)].image for project in PROJECTS}


@pytest.fixture(scope="module")
def base(made: dict[str, Made]) -> Image:
    return made[BASE].image


@pytest.fixture(scope="module")
def python(engine: Engine) -> Image:
    return must_find(engine, PYTHON)


@pytest.fixture(scope="module")
def facts_of(engine: Engine, images: dict[str, Image]) -> Callable[[str], dict[str, Any]]:
    """What a project's image consists of, looked at once."""
    return cache(lambda project: facts(engine, tag_of(project)))


@pytest.mark.parametrize("project", PROJECTS)
def test_it_adds_little_to_pythons_own_and_to_our_base(images, base, python, project):
    image = images[project]

    assert base.layers[: len(python.layers)] == python.layers
    assert image.layers[: len(base.layers)] == base.layers
    assert image.size - python.size <= MOST_ADDED
    assert image.size - base.size <= MOST_ADDED


def test_what_others_wrote_and_what_browsers_get_are_layers_that_all_share(images, base):
    shared = {image.layers[len(base.layers) : -1] for image in images.values()}

    assert [len(layers) for layers in shared] == [2]


@pytest.mark.parametrize("project", PROJECTS)
def test_it_runs_as_somebody_without_rights_who_owns_nothing_of_it(images, facts_of, project):
    found = facts_of(project)

    assert images[project].config["User"] == "10001:10001"
    assert found["user"] == [10001, 10001]
    assert found["owned"] == []
    assert found["media"] == 10001


@pytest.mark.parametrize("project", PROJECTS)
def test_nothing_is_in_it_that_builds_or_fetches(facts_of, project):
    found = facts_of(project)

    assert found["programs"] == []
    assert found["leftovers"] == []
    assert found["maps"] == []


@pytest.mark.parametrize("project", PROJECTS)
def test_every_module_is_there_as_bytecode_since_none_can_be_written(facts_of, project):
    assert facts_of(project)["uncompiled"] == []


@pytest.mark.parametrize("project", PROJECTS)
def test_its_list_of_packages_is_complete(facts_of, project):
    found = facts_of(project)
    listed = {" ".join(line.split()[:3]) for line in found["listed"]}

    assert listed == {*found["debian"], *found["python"]}
    assert len(found["debian"]) > 50
    assert any(line.startswith("python django ") for line in listed)


def test_each_has_its_own_service_and_no_other(facts_of):
    for project in PROJECTS:
        services = {line.split()[1] for line in facts_of(project)["python"] if " clever-service-" in line}
        wanted = PROJECTS if project == "backoffice" else [project]
        assert services == {f"clever-service-{name}" for name in wanted}


def test_its_static_files_are_named_by_their_content_and_made_smaller(engine, facts_of):
    named = facts_of("link")["static"]["link/copy.js"]
    source = STAGE.parent.parent / "services/link/clever/service/link/static/link/copy.js"

    shown = engine.run("run", "--rm", "--network", "none", *CONFINED, tag_of("link"), "cat", f"/app/static/{named}")

    assert re.fullmatch(r"link/copy\.[0-9a-f]{12}\.js", named)
    assert 0 < len(shown) < 0.8 * len(source.read_text())


@pytest.mark.parametrize("project", PROJECTS)
def test_its_labels_say_what_it_is_and_what_of(images, project):
    labels = images[project].labels

    assert labels["org.opencontainers.image.title"] == f"clever/{project}"
    assert labels["org.opencontainers.image.version"] == "local"
    assert labels["org.opencontainers.image.base.name"] == BASE
    assert labels["org.opencontainers.image.licenses"] == "MIT"
    assert re.fullmatch(r"[0-9a-f]{64}", labels["clever.sources"])
    assert not [value for value in labels.values() if "://" in value]


@pytest.mark.parametrize("project", PROJECTS if FULL else ["backoffice", "coupon"])
def test_its_settings_are_safe_as_a_real_start_gives_them(engine, images, project, tmp_path):
    given = [*settings(project, tmp_path), "--env", "ALLOWED_HOSTS=game.example"]
    check = ["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"]

    said = engine.run("run", "--rm", "--network", "none", *CONFINED, *given, tag_of(project), *check)

    assert "no issues" in said


def test_it_tells_whether_it_is_well(engine, images, tmp_path):
    often = ["--health-interval", "1s", "--health-retries", "1", "--health-start-period", "0s"]

    with trial(engine, tag_of("coupon"), *settings("coupon", tmp_path), *often) as container:
        container.until(lambda: container.health == "healthy")
        container.within("sh", "-c", "kill -STOP -1")  # all but the one who says so, and process 1
        container.until(lambda: container.health == "unhealthy")
        container.within("sh", "-c", "kill -CONT -1")
        container.until(lambda: container.health == "healthy")


def test_whoever_is_told_to_stop_answers_first(engine, images):
    slow = ["--env", "WSGI=slow", "--volume", f"{HERE / 'slow.py'}:/app/lib/slow.py:ro"]
    answers: list[bytes] = []

    with trial(engine, tag_of("coupon"), *slow, "--publish", "127.0.0.1::8000") as container:
        container.until(lambda: "Booting worker" in container.logs)
        asking = threading.Thread(target=lambda: answers.append(answer(*container.address)), daemon=True)
        asking.start()
        container.until(lambda: "began" in container.within("ls", "/tmp"))
        engine.run("kill", "--signal", "TERM", container.id)
        container.until(lambda: "Handling signal: term" in container.logs)
        assert container.state["Running"]
        container.within("touch", "/tmp/go")
        container.until(lambda: not container.state["Running"])
        asking.join(SECONDS)

        assert answers == [b"done"]
        assert container.state["ExitCode"] == 0


def answer(host: str, port: int) -> bytes:
    """What is answered, however long it takes."""
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    connection.request("GET", "/")
    return connection.getresponse().read()


def test_no_secret_is_in_a_layer_nor_in_what_the_engine_tells(engine, images, base):
    tags, secrets = [BASE, *map(tag_of, PROJECTS)], secrets_of_this_stage()
    told = ((tag, engine.run("image", "inspect", tag) + engine.run("history", "--no-trunc", tag)) for tag in tags)
    contents = chain(saved(engine.program, tags), ((tag, text.encode()) for tag, text in told))

    found = {name: traces for name, content in contents if (traces := betrayed(content, secrets))}

    assert found == {}


def secrets_of_this_stage() -> list[str]:
    """Those of the stage that a person runs here, and of the one that tests run, where there is one."""
    root = find_root(STAGE)
    files = {StageFolder.of(TABLE.name, root).secrets, root / "var" / TABLE.name / "secrets.env"}
    values = [pair for file in files if file.exists() for pair in read_env(file).items()]
    return [value for name, value in values if name not in PUBLIC]


def test_after_an_edit_only_our_own_part_is_made_again_quickly_and_without_a_network(engine, images, tmp_path):
    stage = copied(tmp_path)
    wish = Wish("edited", ("coupon",), network="none")
    edited = tmp_path / "services/coupon/clever/service/coupon/actions.py"

    seconds = []
    ensure(stage, engine, wish=Wish("edited", ("coupon",)))  # whoever has tidied up this engine pays for that here
    try:
        for attempt in range(ATTEMPTS):  # how long it takes is a matter of what else this machine is busy with
            edited.write_text(f"{edited.read_text()}\n# {attempt}\n")
            [_, rebuilt] = ensure(stage, engine, wish=wish)
            seconds.append(rebuilt.seconds)
            if rebuilt.seconds <= REBUILT_SECONDS:
                break
        layers = engine.run("history", "--human=false", "--format", "{{.Size}}", rebuilt.tag).split()
    finally:
        engine.run("image", "rm", "--force", tag_of("coupon", "edited"))

    assert rebuilt.image.layers[:-1] == images["coupon"].layers[:-1]
    assert rebuilt.image.layers[-1] != images["coupon"].layers[-1]
    assert 0 < next(filter(None, map(int, layers))) <= MOST_EDITED
    assert min(seconds) <= REBUILT_SECONDS * share(), seconds


def share() -> float:
    """By how many others than us each processor is used: what takes a second by itself takes so many."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def copied(folder: Path) -> StageFile:
    """The stage, in a copy of all that images are made of."""
    source = STAGE.parent.parent
    beside = [source / ".dockerignore", source / "stages/split/stage.toml", *filter(Path.is_file, STAGE.iterdir())]
    for file in {*Context(source).files(), *beside}:
        copy = folder / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    return load_stage(TABLE.name, folder)
