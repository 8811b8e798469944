"""Which folder a stage's name means."""

from difflib import get_close_matches
from pathlib import Path

from lab.errors import LabError
from lab.where import STAGES


def stage_folder(stage: Path | str) -> Path:
    """The folder of a stage: one of the reference app's by name, or any folder that has a stage.toml."""
    named = STAGES / stage if isinstance(stage, str) else stage
    folder = named if (named / "stage.toml").is_file() else Path(stage)
    if (folder / "stage.toml").is_file():
        return folder.resolve()
    known = sorted(path.parent.name for path in STAGES.glob("*/stage.toml"))
    near = get_close_matches(str(stage), known, n=1) or known
    raise LabError(f"there is no stage {str(stage)!r}, nor a folder with a stage.toml: there is {', '.join(near)}")
