import json
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from lab.measure.calls import as_device, as_service
from lab.running import serve


def echo(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    found = environ["PATH_INFO"] != "/api/coupon/nothing"
    start_response("200 OK" if found else "404 Not Found", [("Content-Type", "application/json")])
    return [json.dumps([environ["REQUEST_METHOD"], environ.get("HTTP_AUTHORIZATION", "")]).encode()]


@pytest.mark.live
def test_a_call_goes_to_its_service_as_who_is_calling():
    with serve(echo, "waitress") as server:
        order = {"url": "http://127.0.0.1:1", "bases": {"coupon": server.url}, "caller": ["game-server", "s"]}

        assert as_service(order, "POST", "/api/coupon/codes", {}) == ["POST", "Basic Z2FtZS1zZXJ2ZXI6cw=="]
        assert as_device(order, "GET", "/api/coupon/codes", None, "abc") == ["GET", "Bearer abc"]
        assert as_device(order, "GET", "/api/coupon/codes", None) == ["GET", ""]
        with pytest.raises(SystemExit, match="GET /api/coupon/nothing was answered 404"):
            as_service(order, "GET", "/api/coupon/nothing")


def test_a_service_that_is_away_is_named():
    order = {"url": "http://127.0.0.1:1", "bases": {}, "caller": ["game-server", "s"]}

    with pytest.raises(SystemExit, match=r"/api/link/links does not answer at http://127\.0\.0\.1:1"):
        as_service(order, "GET", "/api/link/links")


def test_an_address_has_no_game_server():
    with pytest.raises(SystemExit, match="give it a stage, not an address"):
        as_service({"url": "http://127.0.0.1:1", "bases": {}}, "GET", "/api/link/links")
