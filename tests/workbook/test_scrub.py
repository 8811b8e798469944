"""Nothing of the machine that made a reference run is committed with it."""

import socket
from pathlib import Path

import pytest

from workbook.book import Book
from workbook.walk.scrub import Scrubber


@pytest.fixture
def scrubber(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scrubber:
    monkeypatch.delenv("STAGES_STATE", raising=False)
    private = tmp_path / "var/monolith/secrets.env"
    private.parent.mkdir(parents=True)
    private.write_text("SECRET_KEY='s3cr3t-k3y'\nSTAFF_NAME=admin\nSTAFF_PASSWORD=hunter22\n")
    return Scrubber.of_this_machine(Book(tmp_path), tmp_path / "build/walk/1.1-abc")


def test_paths_become_a_reader_s_own(scrubber: Scrubber, tmp_path: Path) -> None:
    assert scrubber.text(f"File {tmp_path}/build/walk/1.1-abc/site.py") == "File /home/you/workbook/work/site.py"
    assert scrubber.text(f"{tmp_path}/lab/show.py") == "/home/you/workbook/lab/show.py"
    assert scrubber.text(f"{Path.home()}/.local") == "/home/you/.local"


def test_a_path_is_not_found_inside_another_word(scrubber: Scrubber) -> None:
    assert scrubber.text(f"{Path.home()}s") == f"{Path.home()}s"


def test_secrets_are_hidden_and_names_are_not(scrubber: Scrubber) -> None:
    assert scrubber.text("admin / hunter22, key s3cr3t-k3y") == "admin / (secret), key (secret)"


def test_chosen_ports_are_numbered_in_order_and_known_ports_stay(scrubber: Scrubber) -> None:
    first = scrubber.text("http://127.0.0.1:43211/ then localhost:51999, again 127.0.0.1:43211")

    assert first == "http://127.0.0.1:50001/ then localhost:50002, again 127.0.0.1:50001"
    assert scrubber.text("http://127.0.0.1:18000/") == "http://127.0.0.1:18000/"


def test_addresses_in_memory_are_dropped(scrubber: Scrubber) -> None:
    assert scrubber.text("<function f at 0x7f5a1c0b2e80>") == "<function f at 0x...>"


def test_the_machine_s_name_goes(scrubber: Scrubber, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "laptop-17.example")

    there = Scrubber.of_this_machine(Book(tmp_path), tmp_path)

    assert there.text("on laptop-17.example") == "on your-machine"
