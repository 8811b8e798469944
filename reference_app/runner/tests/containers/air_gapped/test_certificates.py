import base64

import pytest

from clever.runner.containers.air_gapped import certificates


def pem(content: str) -> str:
    body = base64.encodebytes(content.encode()).decode()
    return f"-----BEGIN CERTIFICATE-----\n{body}-----END CERTIFICATE-----\n"


@pytest.fixture
def debian(tmp_path):
    file = tmp_path / "debian.crt"
    file.write_text(pem("known to all") + pem("known to many"))
    return file


def test_only_authorities_that_debian_does_not_know_are_added(tmp_path, debian):
    bundle = tmp_path / "bundle.crt"
    bundle.write_text("# ours\n" + pem("known to all") + pem("the company's proxy"))

    assert [*certificates.added(bundle, debian).values()] == [pem("the company's proxy")]


def test_their_names_tell_nothing_of_this_machine(tmp_path, debian):
    bundle = tmp_path / "bundle-of-somebody.crt"
    bundle.write_text(pem("the company's proxy"))

    [name] = certificates.added(bundle, debian)

    assert name.startswith("host-")
    assert len(name) == len("host-0123456789abcdef.crt")


def test_a_machine_without_authorities_of_its_own_adds_none(debian):
    assert certificates.added(None, debian) == {}


def test_the_file_that_a_person_names_comes_before_the_systems(tmp_path):
    file = tmp_path / "mine.crt"
    file.touch()

    assert certificates.of_this_machine({"REQUESTS_CA_BUNDLE": str(file)}) == file
    assert certificates.of_this_machine({"SSL_CERT_FILE": str(tmp_path / "gone.crt")}) != tmp_path / "gone.crt"
