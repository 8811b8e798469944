"""Where services and records are, in either layout."""

from pathlib import Path

import pytest

from {{ cookiecutter.namespace }}.contracts.compatibility.places import Places


@pytest.mark.parametrize("home", ["reference_app", ""])
def test_services_and_records_lie_beside_the_stages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    (tmp_path / home / "stages").mkdir(parents=True)
    monkeypatch.setenv("STAGES_ROOT", str(tmp_path))

    found = Places.find()

    assert found.services == tmp_path / home / "services"
    assert found.released == tmp_path / home / "contracts" / "released"
