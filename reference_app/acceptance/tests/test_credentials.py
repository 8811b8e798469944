from pathlib import Path

import pytest

from clever.acceptance.credentials import CredentialsError, read_credentials

LINES = "# made once\nSECRET_KEY_MONOLITH=x=y\nSTAFF_NAME=admin\nSTAFF_PASSWORD=a=b\nCALLER_SECRET_GAME_SERVER=c\n"


def test_credentials_are_read_and_kept_out_of_reports(tmp_path: Path) -> None:
    file = tmp_path / "secrets.env"
    file.write_text(LINES)

    found = read_credentials(file)

    assert (found.staff_name, found.staff_password) == ("admin", "a=b")
    assert (found.caller_name, found.caller_secret) == ("game-server", "c")
    assert "a=b" not in repr(found)


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    file = tmp_path / "secrets.env"
    file.write_text(LINES.replace("STAFF_PASSWORD", "OTHER"))

    with pytest.raises(CredentialsError, match=r"secrets\.env: there is no STAFF_PASSWORD in it"):
        read_credentials(file)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(CredentialsError, match=r"nothing\.env"):
        read_credentials(tmp_path / "nothing.env")
