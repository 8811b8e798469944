import io
from types import SimpleNamespace

import pytest

from {{ cookiecutter.namespace }}.kit.serving import LARGEST_BODY, post_request


def answered(body: object) -> None:
    """As gunicorn calls it when the answer has gone out."""
    post_request(None, SimpleNamespace(body=body), {}, None)


def test_what_the_application_left_unread_is_read_off():
    body = io.BytesIO(b"x" * 2**20)
    body.read(1000)

    answered(body)

    assert body.read() == b""


def test_a_body_larger_than_any_that_nginx_lets_through_is_not_read_to_its_end():
    body = io.BytesIO(b"x" * (LARGEST_BODY + 2**20))

    answered(body)

    assert body.tell() == LARGEST_BODY


@pytest.mark.parametrize("error", [ConnectionResetError, TimeoutError])
def test_a_client_that_has_left_is_no_error(error):
    class Left:
        def read(self, _size: int) -> bytes:
            raise error

    answered(Left())
