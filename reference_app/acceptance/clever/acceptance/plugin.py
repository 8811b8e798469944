"""The pytest plugin: which stage is meant, who calls, and how long to try."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from clever.acceptance.addresses import BACKOFFICE, Addresses, NoStage, read_map
from clever.acceptance.callers import Caller, Device, Service, Staff
from clever.acceptance.needing import MARK, Unsaid, is_out_of_place, needs_of
from clever.acceptance.operations import Operation, operations_of
from clever.acceptance.starting import is_behind_nginx, running_stage, services_of
from clever.acceptance.without import away, do_without, in_turn
from clever.runner import Credentials, StageError
from clever.runner.secrets import credentials_in

HERE = Path(__file__).parent
SEED = 20_260_101
FULL_CASES, SHORT_CASES = 1_000, 60
RUNNING = pytest.StashKey[tuple[Addresses, Credentials]]()  # a stage that runs already
AWAY = pytest.StashKey[list[str]]()  # the projects to do without, one after the other
NO_CREDENTIALS = "no credentials: name the running stage's secrets.env with --credentials FILE, such as {file}"
# What nginx answers by itself, whatever is behind it, by the name of the test that asks for more.
BEYOND_NGINX = {
    "test_a_page_that_does_not_exist_is_404_in_the_visitors_language[/board/%00/]": (
        "nginx refuses a NUL in an address before it has read in which language the visitor would like to be told"
    )
}
NO_STAGE = "no stage: say which with --stage NAME, or --stage-map FILE (what `inv status --json` prints)"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("acceptance", "the behaviour of a running stage")
    group.addoption("--stage", default=os.environ.get("TEST_STAGE", ""), help="start this stage for the tests")
    group.addoption(
        "--stage-map", default=os.environ.get("ACCEPTANCE_MAP", ""), help="where a running stage's parts are"
    )
    group.addoption("--credentials", default=os.environ.get("ACCEPTANCE_CREDENTIALS", ""), help="its secrets.env")
    group.addoption("--on", default="", help="start it on processes or on containers, where it knows both")
    group.addoption("--nginx", action="store_true", help="start it behind nginx")
    group.addoption("--without", default="", help="end this project of it, and try what does not need it; or `each`")
    group.addoption("--full", action="store_true", default=_full(), help="long forms: 2,000 codes, 1,000 cases an API")
    group.addoption("--fuzz-seed", type=int, default=SEED, help="the same seed draws the same cases")
    group.addoption("--fuzz-cases", type=int, default=0, help="how many cases an API, at least")


def _full() -> bool:
    return os.environ.get("TEST_TIER") == "full"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "live: starts real processes")
    config.addinivalue_line("markers", f"{MARK}(services): without which of them a test of the suite cannot pass")
    config.stash[AWAY] = away(config)
    if file := config.getoption("--stage-map"):
        try:
            found = read_map(Path(file), config.getoption("--stage"))
            if not config.getoption("--credentials"):
                raise NoStage(NO_CREDENTIALS.format(file=f"var/{found.stage}/secrets.env"))
            config.stash[RUNNING] = found, credentials_in(Path(config.getoption("--credentials")))
        except (NoStage, StageError) as error:
            raise pytest.UsageError(str(error)) from error


def pytest_report_header(config: pytest.Config) -> list[str]:
    if not (config.getoption("--stage") or config.getoption("--stage-map")):
        return []
    return [f"acceptance: fuzz seed {config.getoption('--fuzz-seed')}, {cases_of(config)} cases an API"]


def behind_nginx(config: pytest.Config) -> bool:
    """Whether nginx stands before the stage: because it is asked for, or because the stage is always so."""
    name = config.stash[RUNNING][0].stage if RUNNING in config.stash else config.getoption("--stage")
    return bool(config.getoption("--nginx") or (name and is_behind_nginx(name, config.getoption("--on"))))


def cases_of(config: pytest.Config) -> int:
    """How many cases an API is tried with."""
    return config.getoption("--fuzz-cases") or (FULL_CASES if config.getoption("--full") else SHORT_CASES)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """What is asked while somebody is away is only asked then. None: others may decide."""
    return True if collection_path == HERE / "absence" and not config.stash[AWAY] else None


@pytest.hookimpl(trylast=True)  # whoever sorts tests has done so before: each project is ended once
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    services = service_names(config)
    strange = [item for item in items if is_out_of_place(said_by(item), services)]
    if strange:
        config.hook.pytest_deselected(items=strange)
        items[:] = [item for item in items if item not in strange]
    if gone := config.stash[AWAY]:
        ours = [item for item in items if item.path.is_relative_to(HERE)]
        chosen, others = in_turn(ours, gone)
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in ours] + chosen
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.live)
        if item.name in BEYOND_NGINX and behind_nginx(config):
            item.add_marker(pytest.mark.skip(reason=BEYOND_NGINX[item.name]))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if not Path(metafunc.module.__file__).is_relative_to(HERE):
        return
    # Without a stage there is one test all the same, so that it fails and is not silently left out.
    names = service_names(metafunc.config) or ["of no stage"]
    on_each = "service_name" in metafunc.fixturenames
    services = names if on_each else [None]
    try:
        needed = {service: needs_of(metafunc.definition, metafunc.fixturenames, service) for service in services}
        gone = metafunc.config.stash[AWAY]
        if gone and not is_out_of_place(said_by(metafunc.definition), names):
            do_without(metafunc, needed, gone)
    except Unsaid as unsaid:
        raise pytest.UsageError(str(unsaid)) from unsaid
    if on_each and not gone:
        metafunc.parametrize("service_name", names, scope="session")


def said_by(item: pytest.Item) -> set[str]:
    """The services that a test says it needs."""
    return {name for mark in item.iter_markers(MARK) for name in mark.args}


def service_names(config: pytest.Config) -> list[str]:
    """The services to be tested, known before anything is started. The backoffice is for people: it has no API."""
    if RUNNING in config.stash:
        names = sorted(config.stash[RUNNING][0].services)
    elif stage := config.getoption("--stage"):
        try:
            names = services_of(stage)
        except NoStage as error:
            raise pytest.UsageError(str(error)) from error
    else:
        names = []
    return [name for name in names if name != BACKOFFICE]


@pytest.fixture(scope="session")
def stage(pytestconfig: pytest.Config) -> Iterator[tuple[Addresses, Credentials]]:
    """The stage under test: one that runs already, or one that runs for the tests alone."""
    if RUNNING in pytestconfig.stash:
        yield pytestconfig.stash[RUNNING]
        return
    name = pytestconfig.getoption("--stage")
    if not name:
        pytest.fail(NO_STAGE, pytrace=False)
    try:
        on, nginx, gone = pytestconfig.getoption("--on"), pytestconfig.getoption("--nginx"), pytestconfig.stash[AWAY]
        with running_stage(name, on=on, nginx=nginx, off_its_ports=bool(gone)) as running:
            yield running
    except NoStage as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def addresses(stage: tuple[Addresses, Credentials]) -> Addresses:
    """Where the parts of the stage are."""
    return stage[0]


@pytest.fixture(scope="session")
def credentials(stage: tuple[Addresses, Credentials]) -> Credentials:
    """What it takes to get in."""
    return stage[1]


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    """Whether there is time for the long forms."""
    return bool(pytestconfig.getoption("--full"))


@pytest.fixture(scope="session")
def stranger(addresses: Addresses) -> Caller:
    """Somebody who does not say who it is."""
    return Caller(addresses)


@pytest.fixture(scope="session")
def service(addresses: Addresses, credentials: Credentials) -> Service:
    """A game server."""
    return Service(addresses, credentials)


@pytest.fixture(scope="session")
def callers(addresses: Addresses, stranger: Caller, service: Service) -> dict[str, Caller]:
    """All that may call an API, by the kind that they are. There are devices where a service gives them tokens."""
    devices: dict[str, Caller] = {"device": Device(addresses)} if Device.SERVICE in addresses.services else {}
    return {"stranger": stranger, **devices, "service": service}


@pytest.fixture
def phone(addresses: Addresses) -> Device:
    """A game on a phone, which has no player yet. (`device` is a fixture of pytest-playwright.)"""
    return Device(addresses)


@pytest.fixture
def new_phone(addresses: Addresses) -> Callable[[], Device]:
    """`new_phone()`: one more phone."""
    return lambda: Device(addresses)


@pytest.fixture
def visitor(addresses: Addresses) -> Staff:
    """A browser that nobody has logged in with."""
    return Staff(addresses)


@pytest.fixture
def staff(visitor: Staff, credentials: Credentials) -> Staff:
    """A browser that a member of staff has logged in with."""
    answer = visitor.log_in(credentials.staff_name, credentials.staff_password)
    assert answer.status_code == 302, f"staff cannot log in: {answer.status_code}"
    return visitor


@pytest.fixture(scope="session")
def document(addresses: Addresses, stranger: Caller, service_name: str) -> dict[str, Any]:
    """The OpenAPI document of the project that the service is in."""
    found: dict[str, Any] = stranger.made("GET", "/api/openapi.json", base=addresses.services[service_name])
    return found


@pytest.fixture(scope="session")
def operations(document: dict[str, Any], service_name: str) -> list[Operation]:
    """What the service can be asked to do. There is no service that can be asked for nothing."""
    found = operations_of(document, service_name)
    assert found, f"{service_name} has no operation in its OpenAPI document"
    return found
