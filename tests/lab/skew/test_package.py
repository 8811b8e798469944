"""A service's package gets versions, and the reference app none of them."""

import zipfile
from pathlib import Path

import pytest

import lab
from lab.skew import Package
from lab.where import REFERENCE_APP

NAME = '    name = models.CharField(_("name"), max_length=100)\n'
CHANNEL = '    channel = models.CharField(max_length=20, default="web")\n'


@pytest.fixture
def first(tmp_path: Path) -> Package:
    return lab.skew.package("coupon", folder=tmp_path)


def test_the_next_version_has_its_number_its_change_and_its_migration(first: Package) -> None:
    friday = first.next("0.2.0").replace("models.py", NAME, NAME + CHANNEL)

    written = friday.makemigrations("channel")

    assert written.startswith("# 0003_channel.py\noperations = [\n    migrations.AddField(")
    assert friday.migrations == ["0001_initial", "0002_campaign_request_digest", "0003_channel"]
    assert first.migrations == ["0001_initial", "0002_campaign_request_digest"]
    with zipfile.ZipFile(friday.wheel()) as wheel:
        assert friday.wheel().name == "clever_service_coupon-0.2.0-py3-none-any.whl"
        assert CHANNEL in wheel.read("clever/service/coupon/models.py").decode()
        assert "clever/service/coupon/migrations/0003_channel.py" in wheel.namelist()


def test_a_wheel_is_of_the_folder_as_it_is_now(first: Package) -> None:
    first.wheel()
    first.replace("models.py", NAME, NAME + CHANNEL)

    with zipfile.ZipFile(first.wheel()) as wheel:
        assert CHANNEL in wheel.read("clever/service/coupon/models.py").decode()


def test_models_that_ask_for_no_migration_are_told_so(first: Package) -> None:
    with pytest.raises(lab.LabError, match=r"clever-service-coupon .*: no migration was made"):
        first.makemigrations("nothing")


def test_the_reference_app_is_left_as_it_is(first: Package) -> None:
    source = (REFERENCE_APP / "services" / "coupon" / first.code / "models.py").read_text()

    first.replace("models.py", NAME, NAME + CHANNEL)

    assert (REFERENCE_APP / "services" / "coupon" / first.code / "models.py").read_text() == source


def test_an_unknown_service_is_said(tmp_path: Path) -> None:
    with pytest.raises(lab.LabError, match="there is no service 'tea'"):
        lab.skew.package("tea", folder=tmp_path)
