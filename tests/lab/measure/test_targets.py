import pytest

from lab.errors import LabError
from lab.measure.targets import refuse_other_machines


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000/", "http://localhost/", "http://[::1]:8000"])
def test_this_machine_may_be_loaded(url):
    refuse_other_machines(url)


@pytest.mark.parametrize("url", ["http://example.org/", "http://10.0.0.1/", "http://127.0.0.1.example.org/"])
def test_other_machines_may_not(url):
    with pytest.raises(LabError, match="not this machine"):
        refuse_other_machines(url)


@pytest.mark.parametrize("url", ["127.0.0.1:8000", "", "ftp://127.0.0.1/", "/board/"])
def test_what_is_no_address_is_said_to_be_none(url):
    with pytest.raises(LabError, match="is no address"):
        refuse_other_machines(url)
