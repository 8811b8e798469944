"""A stage on containers: its databases are in one PostgreSQL with a volume, its uploaded files in volumes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from clever.runner.containers.compose import Compose
from clever.runner.containers.keeping.server import Server, address, at_hand
from clever.runner.containers.keeping.volumes import checksums, put_in, take_out, volumes_of
from clever.runner.envfile import read_env
from clever.runner.environment import database_variable, inherited
from clever.runner.errors import StageError
from clever.runner.houses.house import Database, Keeping
from clever.runner.launching import Launch
from clever.runner.places import StageFolder
from clever.runner.processes import MARK
from clever.runner.progress import Progress, Step
from clever.runner.secrets import ensure_secrets
from clever.runner.stagefile import StageFile


@dataclass(frozen=True)
class OnContainers:
    """The house of such a stage. Its projects are those that run on processes too, so their commands can run here."""

    stage: StageFile
    folder: StageFolder
    given: Mapping[str, str] = field(repr=False)

    def must_have_started(self) -> None:
        """All that has to be known is in its secrets."""

    def urls(self) -> dict[str, str]:
        secrets = read_env(self.folder.secrets)
        return {name: address(name, secrets) for name in self.stage.databases}

    @contextmanager
    def as_it_was(self, tell: Progress) -> Iterator[Keeping]:
        with self._at_hand(Compose.of(self.stage, self.folder), tell) as keeping:
            yield keeping

    @contextmanager
    def as_it_will_be(self, tell: Progress) -> Iterator[Keeping]:
        compose = Compose.of(self.stage, self.folder)
        with self._at_hand(compose, tell) as keeping:
            before = {name: checksums(folder) for name, folder in keeping.media.items()}
            yield keeping
            changed = {name: folder for name, folder in keeping.media.items() if checksums(folder) != before[name]}
            self._put_files(compose, changed, tell)

    def environments(self, keeping: Keeping, mark: StageFolder) -> dict[str, dict[str, str]]:
        variables = {database_variable(self.stage, name): url for name, url in keeping.urls.items()}
        given = {name: value for name, value in self.given.items() if name != "DATABASE_URL"} | variables
        wish = Launch(self.stage, self.folder, asked_port=None, nginx=None, given=given)
        base = {**inherited(given), MARK: str(mark.path)}
        secrets = ensure_secrets(self.stage, self.folder.secrets)
        return {name: base | own for name, own in wish.environments(secrets, wish.default_ports).items()}

    @contextmanager
    def _at_hand(self, compose: Compose, tell: Progress) -> Iterator[Keeping]:
        secrets = ensure_secrets(self.stage, self.folder.secrets)
        with at_hand(compose, secrets, self.given, tell) as server, TemporaryDirectory(dir=self.folder.run) as aside:
            yield Keeping(self._databases(server), self._media(compose, Path(aside), tell))

    def _databases(self, server: Server) -> dict[str, Database]:
        return {name: Database(server.url(name), server.within) for name in self.stage.databases}

    def _media(self, compose: Compose, aside: Path, tell: Progress) -> dict[str, Path]:
        """A folder for each project that uses no other one's, with what its volume holds."""
        volumes, found = volumes_of(compose.tree, [*self.stage.projects]), dict[str, Path]()
        for name in (name for name, project in self.stage.projects.items() if not project.media):
            found[name] = aside / (f"volume-{volumes[name]}" if name in volumes else f"project-{name}")
            if not found[name].exists():
                found[name].mkdir()
                if name in volumes:
                    tell(Step("read the uploaded files"))
                    take_out(compose, volumes[name], found[name])
        return found

    def _put_files(self, compose: Compose, changed: Mapping[str, Path], tell: Progress) -> None:
        volumes = volumes_of(compose.tree, [*changed])
        if without := sorted(changed.keys() - volumes.keys()):
            raise StageError(
                f"{self.stage.name}: {without[0]} has uploaded files, and no volume for them in {self.stage.compose}"
            )
        for volume, folder in {volumes[name]: folder for name, folder in changed.items()}.items():
            tell(Step("write the uploaded files"))
            put_in(compose, volume, folder)
