"""The four services that an event is composed of, each by way of a proxy, and event servers that go that way."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from html import escape
from typing import Any, Self
from uuid import UUID, uuid5

import httpx2

from lab.display import Shown
from lab.errors import LabError
from lab.fault.proxies import Proxy, proxy
from lab.fault.traffic import slow
from lab.running.commands import process
from lab.running.ports import free_port
from lab.running.processes import Process
from lab.running.stages import Stage
from lab.where import ROOT

PARTS = ("archive", "notice", "player", "coupon")


class Parts(Shown):
    """`parts["notice"]` is notice's proxy, to be given to `lab.fault.slow`, `refuse` and `cut`.

    The stage's own event server does not go that way; those of `event` do. Use it with `with`, or call `stop()`.
    """

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._environment, self._folder, self._wsgi = _of_the_event_server(stage)
        self._all = ExitStack()
        caller = self._environment["CALLER_NAME"], self._environment["CALLER_SECRET"]
        self._http = self._all.enter_context(httpx2.Client(auth=caller, timeout=30, trust_env=False))
        try:
            self._proxies = {
                name: self._all.enter_context(proxy(self._environment[f"{name.upper()}_URL"])) for name in PARTS
            }
        except BaseException:
            self.stop()
            raise

    def __getitem__(self, name: str) -> Proxy:
        if name not in self._proxies:
            raise LabError(f"an event has no part {name!r}: its parts are {', '.join(self._proxies)}")
        return self._proxies[name]

    def event(self, calling: str = "careful", **settings: object) -> Process:
        """One more event server on the stage's data, which calls `careful` or `naive`, by way of the proxies.

        `settings` are variables that its settings read, such as BUDGET_SECONDS=1. It ends with the parts.
        Raises LabError where it does not start, with its last words.
        """
        if calling not in {"careful", "naive"}:
            raise LabError(f'an event server does not call {calling!r}: say "careful" or "naive"')
        port = free_port()
        variables = {name: str(value) for name, value in settings.items()}
        seams = {f"{name.upper()}_URL": one.url for name, one in self._proxies.items()}
        own = {"CALLING": calling, "BIND": f"127.0.0.1:{port}"}
        server = process(
            [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", self._wsgi],
            ready_url=f"http://127.0.0.1:{port}/healthz",
            folder=self._folder,
            environment={**os.environ, **self._environment, **seams, **own, **variables},
        )
        server.name = f"event, {calling}"
        self._all.callback(server.stop)
        return server

    def ask(self, name: str, path: str) -> httpx2.Response:
        """What a part answers to one question of event's, by way of its proxy: `ask("notice", f"/notices/{id}")`.

        Raises LabError where it does not answer, or refuses.
        """
        try:
            answer = self._http.get(self[name].url + path)
        except httpx2.TransportError as error:
            raise LabError(f"{name} does not answer ({type(error).__name__}): is all of it up?") from error
        if answer.is_error:
            raise LabError(f"{name} answered {answer.status_code} to GET {path}", detail=answer.text[:300])
        return answer

    @staticmethod
    def campaign_of(event_id: str, goal: str) -> UUID:
        """The id of the campaign that pays a goal's rewards. event makes it out of its own id, so as to repeat it."""
        return uuid5(UUID(event_id), f"rewards.{goal}")

    @contextmanager
    def slow(self, milliseconds: Mapping[str, float]) -> Iterator[None]:
        """For as long as the block lasts each named part answers so many ms later: `{"notice": 20, "coupon": 40}`."""
        with ExitStack() as all_of_them:
            for name, late in milliseconds.items():
                all_of_them.enter_context(slow(self[name], milliseconds=late / 2))  # each way
            yield

    def stop(self) -> None:
        """End the proxies and the event servers. Safe to call twice."""
        self._all.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: Any) -> None:
        self.stop()

    def text(self) -> str:
        return "\n".join(f"{name:<8} by way of {one.url}" for name, one in self._proxies.items())

    def html(self) -> str:
        return "".join(f'<p class="lab-note">{escape(line)}</p>' for line in self.text().splitlines())


def parts(stage: Stage) -> Parts:
    """Proxies in front of the four services that the stage's event service calls.

    Raises LabError for a stage without an event service, and for one that does not run as processes of this machine.
    """
    return Parts(stage)


def _of_the_event_server(stage: Stage) -> tuple[dict[str, str], Any, str]:
    """What the stage's own event server was started with: its environment, its folder and its WSGI application."""
    from clever.runner import load_stage
    from clever.runner.envfile import read_env
    from clever.runner.places import StageFolder

    table = load_stage(stage.name, ROOT)
    if "event" not in table.projects:
        raise LabError(f'{stage.name} has no event service: start the stage that has, lab.up("composition")')
    environment = read_env(StageFolder.of(stage.name, ROOT).environment("event"))
    if not environment:
        raise LabError(f'{stage.name} does not run as processes here: start it with lab.up("{stage.name}")')
    return environment, table.sources, table.projects["event"].wsgi
