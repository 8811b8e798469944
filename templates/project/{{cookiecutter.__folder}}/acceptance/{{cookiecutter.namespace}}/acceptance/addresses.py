"""Where the parts of a running stage are. Never assume one host: a stage may have one a service."""

import json
from dataclasses import dataclass
from pathlib import Path

# Pages belong to services as well. Staff's pages are where users live.
PAGES = {"/board/": "notice", "/l/": "link"}
STAFF = ("/admin/", "/staff/", "/i18n/")
BACKOFFICE = "backoffice"


class NoStage(Exception):
    """The stage under test cannot be found or does not start. The message says why."""


@dataclass(frozen=True)
class Addresses:
    """A stage's base URLs: `services` by name, `url` for whatever belongs to none of them."""

    stage: str
    url: str
    services: dict[str, str]

    def of(self, path: str) -> str:
        """The base URL for a path: `of("/api/coupon/campaigns")` is coupon's."""
        if path.startswith("/api/"):
            return self.services.get(path.split("/")[2], self.url)
        if path.startswith(STAFF):
            return self.services.get(BACKOFFICE, self.url)
        for prefix, service in PAGES.items():
            if path.startswith(prefix):
                return self.services.get(service, self.url)
        return self.url


def read_map(file: Path, stage: str = "") -> Addresses:
    """The addresses in a file that `inv status --json` wrote: those of `stage`, or of the only one in there.

    Raises NoStage where the file cannot be read, or does not say which stage is meant.
    """
    try:
        stages = json.loads(file.read_text(encoding="utf-8"))
        found = {name: Addresses(name, entry["url"], dict(entry["services"])) for name, entry in stages.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NoStage(f"{file}: no map of a stage ({type(error).__name__}: {error}); see inv status --json") from error
    if not stage and len(found) == 1:
        return next(iter(found.values()))
    if stage not in found:
        known = ", ".join(sorted(found)) or "none"
        raise NoStage(
            f"{file}: {stage or 'no stage named, and more or less than one'} is not in it; there are: {known}"
        )
    return found[stage]
