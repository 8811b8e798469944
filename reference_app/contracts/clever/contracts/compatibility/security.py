"""Who may call an operation. A newer one may let in others as well, and must let in whom it let in."""

from collections.abc import Iterator, Mapping
from typing import Any

from clever.contracts.compatibility.both import Both
from clever.contracts.compatibility.change import Change

type Credentials = Mapping[str, list[str]]  # the schemes that are wanted together, each with its scopes


def security_changes(both: Both) -> Iterator[Change]:
    """Which credentials no longer do, and which now do as well."""
    old, new = both.old.said["security"] or [{}], both.new.said["security"] or [{}]
    for credentials in old:
        if not any(_do(credentials, wanted, both.old.schemes, both.new.schemes) for wanted in new):
            why = "a client of the last release comes with no others. Go on letting it in, or add a new operation"
            yield both.change(f"no longer lets in {_who(credentials)}", why)
    for credentials in new:
        if not any(_do(credentials, wanted, both.new.schemes, both.old.schemes) for wanted in old):
            yield both.change(f"now lets in {_who(credentials)}")


def _do(given: Credentials, wanted: Credentials, known: Mapping[str, Any], demanded: Mapping[str, Any]) -> bool:
    """Whether who has these credentials has those that are wanted, and shows them as they are to be shown."""
    return all(
        name in given and set(scopes) <= set(given[name]) and known.get(name) == demanded.get(name)
        for name, scopes in wanted.items()
    )


def _who(credentials: Credentials) -> str:
    return f"who comes with {' and '.join(sorted(credentials))}" if credentials else "who comes without credentials"
