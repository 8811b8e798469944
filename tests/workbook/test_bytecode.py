"""What Python compiles is kept, and where somebody wants none beside the sources, it is kept elsewhere."""

import os
import subprocess
import sys
from pathlib import Path

from workbook.bytecode import kept_bytecode


def test_where_it_is_forbidden_it_is_kept_in_the_build_folder(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text("")
    given = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    given.pop("PYTHONPYCACHEPREFIX", None)

    changed = kept_bytecode(given, tmp_path / "build")
    subprocess.run([sys.executable, "-c", "import module"], cwd=tmp_path, env=changed, check=True)

    assert list((tmp_path / "build").rglob("module.*.pyc"))
    assert not (tmp_path / "__pycache__").exists()


def test_who_has_decided_otherwise_is_left_alone(tmp_path: Path) -> None:
    assert kept_bytecode({"PATH": "/bin"}, tmp_path) == {"PATH": "/bin"}
    decided = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": "/mine"}
    assert kept_bytecode(decided, tmp_path) == {"PYTHONPYCACHEPREFIX": "/mine"}
