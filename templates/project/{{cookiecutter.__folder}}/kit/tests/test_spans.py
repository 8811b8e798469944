from typing import Any

import pytest

from {{ cookiecutter.namespace }}.kit import spans


def test_by_default_nobody_records_and_everything_goes_on() -> None:
    with spans.doing("keep a promise"), spans.calling("GET", "player") as call:
        call.answered(200)

    assert dict(call.headers) == dict(spans.ids()) == {}


def test_by_default_an_error_is_raised_as_ever() -> None:
    with pytest.raises(ZeroDivisionError), spans.calling("GET", "player"):
        raise ZeroDivisionError


def test_whoever_records_is_told(recorder: Any) -> None:
    with spans.doing("keep a promise"), spans.calling("GET", "player") as call:
        call.answered(200)

    assert recorder.told == ["keep a promise", ("GET", "player"), 200]
    assert call.headers == recorder.headers
    assert spans.ids() == recorder.ids()
