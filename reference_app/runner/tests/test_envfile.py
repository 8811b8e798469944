import pytest

from clever.runner.envfile import read_env, write_env, write_private
from clever.runner.errors import StageError


def test_what_is_written_is_read_back(tmp_path):
    values = {"A": "1", "URL": "postgres://u:p=%25@h/d?x=1#y", "EMPTY": "", "SPACED": " a b "}

    write_env(tmp_path / "some.env", values)

    assert read_env(tmp_path / "some.env") == values


def test_only_the_owner_can_read_it(tmp_path):
    write_env(tmp_path / "some.env", {"A": "1"})

    assert (tmp_path / "some.env").stat().st_mode & 0o777 == 0o600


def test_a_file_that_others_could_read_is_replaced_by_one_that_they_cannot(tmp_path):
    file = tmp_path / "some.env"
    file.write_text("A=0\n")
    file.chmod(0o644)

    write_env(file, {"A": "1"})

    assert file.stat().st_mode & 0o777 == 0o600


def test_what_an_interrupted_write_left_is_no_hindrance(tmp_path):
    (tmp_path / "some.env.part").write_text("ha")

    write_private(tmp_path / "some.env", "A=1\n")

    assert [file.name for file in tmp_path.iterdir()] == ["some.env"]


def test_no_file_holds_no_values(tmp_path):
    assert read_env(tmp_path / "none.env") == {}


def test_a_line_break_in_a_value_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(StageError, match="DATABASE_URL"):
        write_env(tmp_path / "some.env", {"DATABASE_URL": "sqlite:///a\nSECURE=0"})

    assert not (tmp_path / "some.env").exists()


def test_a_line_that_is_none_is_named(tmp_path):
    (tmp_path / "some.env").write_text("# ours\nA=1\nnonsense\n")

    with pytest.raises(StageError, match=r"some\.env, line 3"):
        read_env(tmp_path / "some.env")


def test_a_file_that_is_no_text_is_named(tmp_path):
    (tmp_path / "some.env").write_bytes(b"A=\xff")

    with pytest.raises(StageError, match=r"some\.env: cannot be read"):
        read_env(tmp_path / "some.env")
