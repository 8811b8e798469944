"""A stage on processes: its databases are files, on a server of its own, or where the caller says."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from clever.runner import addresses
from clever.runner.database_server import at_hand
from clever.runner.environment import inherited
from clever.runner.errors import StageError
from clever.runner.houses.house import Database, Keeping
from clever.runner.launching import Launch
from clever.runner.places import StageFolder
from clever.runner.processes import MARK
from clever.runner.progress import Progress
from clever.runner.secrets import ensure_secrets
from clever.runner.stagefile import StageFile


@dataclass(frozen=True)
class OnProcesses:
    """The house of such a stage. `given` is the caller's environment, as far as it concerns this one."""

    stage: StageFile
    folder: StageFolder
    given: Mapping[str, str] = field(repr=False)

    def must_have_started(self) -> None:
        known = addresses.of_the_last_start(self.stage, self.folder)
        for name in self.stage.databases:
            if name not in known:
                raise StageError(f"{self.stage.name}: where {name} is, a start has to say; see: inv up")

    def urls(self) -> dict[str, str]:
        return addresses.of_a_start(self.stage, self.folder, self.given)

    @contextmanager
    def as_it_was(self, tell: Progress) -> Iterator[Keeping]:
        with at_hand(self.stage, self.folder, self._own(self._urls_it_had())):
            yield self._keeping(self._urls_it_had())  # a server's port is known only now

    @contextmanager
    def as_it_will_be(self, tell: Progress) -> Iterator[Keeping]:
        with at_hand(self.stage, self.folder, self._own(self.urls())):
            yield self._keeping(self.urls())

    def environments(self, keeping: Keeping, mark: StageFolder) -> dict[str, dict[str, str]]:
        wish = Launch(self.stage, self.folder, asked_port=None, nginx=None, given=self.given)
        base = {**inherited(self.given), MARK: str(mark.path)}
        secrets = ensure_secrets(self.stage, self.folder.secrets)
        return {name: base | own for name, own in wish.environments(secrets, wish.default_ports).items()}

    def _urls_it_had(self) -> dict[str, str]:
        """As the caller says, else as the last start had them."""
        usual = addresses.of_a_start(self.stage, self.folder, {})
        told = {name: url for name, url in self.urls().items() if url != usual[name]}
        return usual | addresses.of_the_last_start(self.stage, self.folder) | told

    def _own(self, urls: Mapping[str, str]) -> tuple[str, ...]:
        return addresses.of_own_server(self.stage, self.folder, urls)

    def _keeping(self, urls: Mapping[str, str]) -> Keeping:
        databases = {name: Database(addresses.whole(url, self.stage.sources)) for name, url in urls.items()}
        return Keeping(databases, {name: self.folder.media(name) for name in self.stage.projects})
