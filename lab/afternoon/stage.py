"""The stage of a checkout, once it runs."""

from pathlib import Path
from typing import TYPE_CHECKING

from lab.afternoon.project import Project
from lab.errors import LabError
from lab.running.stages import Stage

if TYPE_CHECKING:
    from clever.runner.secrets import Credentials


class OwnStage(Stage):
    """A stage that runs in a project of the reader's own, and not in the workbook."""

    def __init__(self, name: str, url: str, services: dict[str, str], project: Project) -> None:
        super().__init__(name, url, services)
        self._project = project

    @property
    def game_server(self) -> tuple[str, str]:
        found = self._credentials()
        return found.caller_name, found.caller_secret

    @property
    def staff(self) -> tuple[str, str]:
        found = self._credentials()
        return found.staff_name, found.staff_password

    @property
    def folder(self) -> Path:
        return self._project.folder / "stages" / self.name

    @property
    def sources(self) -> Path:
        from clever.runner import load_stage

        return load_stage(self.name, self._project.folder).sources

    @property
    def environment(self) -> dict[str, str]:
        raise LabError(
            f"{self.name} runs in a project of its own: what it was started with is in {self._project.state}"
        )

    @property
    def direct(self) -> dict[str, str]:
        return dict(self.services)

    def _credentials(self) -> "Credentials":
        from clever.runner.places import StageFolder
        from clever.runner.secrets import credentials_in

        return credentials_in(StageFolder(self._project.state / self.name).secrets)

    def _hint(self) -> str:
        return "It runs in a scratch folder, and ends with the notebook."
