"""Cases drawn from an OpenAPI document and sent to the service that it describes."""

from collections import Counter
from typing import Any

import requests
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.core.transport import Response

from {{ cookiecutter.namespace }}.acceptance.callers import Caller
from {{ cookiecutter.namespace }}.acceptance.operations import KINDS
from {{ cookiecutter.namespace }}.acceptance.problems import MEDIA_TYPE

ROUNDS = 50  # an operation with few cases of its own leaves the rest to the others


class Fuzzer:
    """Sends cases and looks at the answers. Counts them, and remembers ids that exist so that cases can use them."""

    def __init__(self, base: str, callers: dict[str, Caller]) -> None:
        self.base = base
        self.callers = callers
        self.sent: Counter[str] = Counter()
        self.statuses: Counter[int] = Counter()
        self.known: dict[str, str] = {}
        self.http = requests.Session()
        self.http.trust_env = False

    def run(self, operations: list[Any], *, cases: int, first_seed: int) -> None:
        """At least so many cases over all operations. Raises AssertionError at the first answer that is wrong."""
        each = max(2, -(-cases // len(operations)))
        for number in range(ROUNDS):
            for operation in operations:
                seed(first_seed + number)(self.trial(operation, each))()
            if self.sent.total() >= cases:
                return

    def trial(self, operation: Any, examples: int) -> Any:
        """A function that tries one operation with so many cases."""
        cases = st.one_of(
            operation.as_strategy(generation_mode=GenerationMode.POSITIVE),
            operation.as_strategy(generation_mode=GenerationMode.NEGATIVE),
        )
        # Mostly those whom it is for: the others see little of it but the door.
        kinds = st.sampled_from([*self.callers, *sorted(who_may(operation)) * 4])

        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=cases, kind=kinds, of_something_known=st.booleans())
        def send(case: Case, kind: str, of_something_known: bool) -> None:
            if of_something_known:
                self.use_known(case)
            answer = case.call(
                base_url=self.base,
                session=self.http,
                headers=self.callers[kind].headers,
                timeout=30,
                allow_redirects=False,
            )
            self.sent[kind] += 1
            self.statuses[answer.status_code] += 1
            judge(case, answer)
            self.learn(case, answer)

        return send

    def use_known(self, case: Case) -> None:
        """Put ids that exist into the path: `/players/{player_id}` is asked for a player that there is."""
        before = ""
        for segment in case.path.split("/"):
            name = segment.strip("{}")
            if segment.startswith("{") and before in self.known and isinstance(case.path_parameters, dict):
                case.path_parameters[name] = self.known[before]
            before = segment

    def learn(self, case: Case, answer: Response) -> None:
        """Remember the id of what a good answer speaks of, under the last fixed segment of the path."""
        if answer.status_code not in (200, 201):
            return
        segment = next(part for part in reversed(case.path.split("/")) if not part.startswith("{"))
        members = members_of(answer)
        found = (members.get("items") or [members])[0]
        for name in ("id", "slug", f"{segment.removesuffix('s')}_id"):
            if isinstance(found, dict) and isinstance(found.get(name), str):
                self.known[segment] = found[name]


def members_of(answer: Response) -> dict[str, Any]:
    """The members of an answer that is a JSON object. What is none may be somebody's file, given back as it came."""
    try:
        members = answer.json()
    except ValueError:
        return {}
    return members if isinstance(members, dict) else {}


def who_may(operation: Any) -> set[str]:
    """The kinds of caller whom an operation is for."""
    document = operation.schema.raw_schema
    schemes = document.get("components", {}).get("securitySchemes", {})
    names = [name for requirement in operation.definition.raw.get("security", []) for name in requirement]
    return {KINDS[schemes[name]["scheme"]] for name in names} or {"stranger"}


def judge(case: Case, answer: Response) -> None:
    """Raise AssertionError, with a command that repeats the request, where the answer is not as promised."""
    assert answer.status_code < 500, told(case, answer)
    if answer.status_code >= 400 and str(answer.request.path_url).startswith("/api/"):
        assert answer.headers["content-type"] == [MEDIA_TYPE], told(case, answer)
        assert answer.json()["status"] == answer.status_code, told(case, answer)


def told(case: Case, answer: Response) -> str:
    """What was asked, as a command that asks it again, and what came back."""
    return f"{case.as_curl_command()[:2000]} answered {answer.status_code}: {answer.content[:300]!r}"
