import base64
from hashlib import sha256

import pytest

from permittee.credentials import Malformed, read_basic


def basic(pair: bytes) -> str:
    return f"Basic {base64.b64encode(pair).decode()}"


def test_the_name_ends_at_the_first_colon_and_of_the_secret_only_the_digest_is_kept() -> None:
    found = read_basic(basic("쿠폰:비밀:번호".encode()))

    assert found is not None
    assert (found.name, found.digest) == ("쿠폰", sha256("비밀:번호".encode()).hexdigest())


@pytest.mark.parametrize("header", ["", "Bearer x", "Basics x", "basic-ish x", "\x00", " Basic eDp5"])
def test_another_scheme_is_none_of_our_business(header: str) -> None:
    assert read_basic(header) is None


@pytest.mark.parametrize("scheme", ["Basic", "basic", "BASIC"])
def test_a_scheme_is_written_in_any_case(scheme: str) -> None:
    assert read_basic(basic(b"a:b").replace("Basic", scheme)) is not None


@pytest.mark.parametrize(
    "header",
    ["Basic", "Basic ", "Basic ====", "Basic é", "Basic a b", "Basic  eDp5"]
    + [basic(pair) for pair in (b"", b":", b":x", b"x", b"\xff:x", b"a\0:b", b"a:b\r\n", b"x" * 256 + b":y")],
)
def test_what_cannot_be_read_is_malformed(header: str) -> None:
    with pytest.raises(Malformed):
        read_basic(header)


def test_a_secret_is_in_no_repr_and_in_no_traceback() -> None:
    with pytest.raises(Malformed) as raised:
        read_basic(basic(b"hunter2"))

    assert "hunter2" not in repr(read_basic(basic(b"coupon:hunter2")))
    assert "hunter2" not in str(raised.value)
    assert raised.value.__cause__ is None
