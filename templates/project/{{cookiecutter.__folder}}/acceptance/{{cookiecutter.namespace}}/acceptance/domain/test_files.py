"""What is uploaded comes back byte for byte, or is not there at all."""

import random
from hashlib import sha256
from uuid import uuid4

import pytest

from {{ cookiecutter.namespace }}.acceptance.addresses import Addresses
from {{ cookiecutter.namespace }}.acceptance.callers import Caller, Service
from {{ cookiecutter.namespace }}.acceptance.problems import assert_problem
from {{ cookiecutter.namespace }}.acceptance.sockets import head, send_raw, status_of

pytestmark = pytest.mark.needs("archive")

LARGEST = 10 * 1024 * 1024  # bytes
CONTENT = random.Random(2014).randbytes(300_000)
# For uploads that are refused: a server may hang up on a large body that it will not read, and the answer gets lost.
SMALL = CONTENT[:1_000]


def path_of(file_id: str, name: str = "banner.png", **query: str) -> str:
    more = "".join(f"&{key}={value}" for key, value in query.items())
    return f"/api/archive/files/{file_id}?name={name}{more}"


def test_a_file_comes_back_as_it_was_sent(stranger: Caller, service: Service) -> None:
    file_id = str(uuid4())

    kept = service.made("PUT", path_of(file_id), content=CONTENT, headers={"Content-Type": "image/png"})
    got = stranger.get(kept["address"])

    assert (kept["size"], kept["sha256"]) == (len(CONTENT), sha256(CONTENT).hexdigest())
    assert stranger.made("GET", f"/api/archive/files/{file_id}") == kept
    assert got.content == CONTENT
    assert got.headers["Content-Type"] == "image/png"
    assert got.headers["ETag"] == f'"{kept["sha256"]}"'
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert got.headers["Content-Disposition"] == 'attachment; filename="banner.png"'


def test_whoever_has_a_file_already_is_not_sent_it_again(stranger: Caller, service: Service) -> None:
    kept = service.made("PUT", path_of(str(uuid4())), content=CONTENT)

    again = stranger.get(kept["address"], headers={"If-None-Match": f'"{kept["sha256"]}"'})

    assert (again.status_code, again.content) == (304, b"")


def test_a_file_may_have_a_korean_name(service: Service, stranger: Caller) -> None:
    kept = service.made("PUT", path_of(str(uuid4()), "수달.png"), content=CONTENT)

    assert kept["name"] == "수달.png"
    assert "filename*=utf-8''%EC%88%98%EB%8B%AC.png" in stranger.get(kept["address"]).headers["Content-Disposition"]


def test_the_same_upload_again_is_the_same_file_and_another_is_refused(service: Service) -> None:
    path = path_of(str(uuid4()))

    first = service.made("PUT", path, content=CONTENT)

    assert service.made("PUT", path, content=CONTENT) == first
    assert assert_problem(service.put(path, content=b"other"), 422)["type"] == "urn:problem:key-reused"


def test_a_checksum_that_is_said_is_checked(service: Service, stranger: Caller) -> None:
    good, bad = str(uuid4()), str(uuid4())

    service.made("PUT", path_of(good, sha256=sha256(CONTENT).hexdigest()), content=CONTENT)
    assert_problem(service.put(path_of(bad, sha256="0" * 64), content=CONTENT), 422)

    assert_problem(stranger.get(f"/api/archive/files/{bad}"), 404)


@pytest.mark.parametrize(
    "name",
    [
        "..",
        "../secret",
        "..%2F..%2Fetc%2Fpasswd",
        "%2Fetc%2Fpasswd",
        "a%2Fb.png",
        "a%5Cb.png",
        "..%5C..%5Cwindows",
        ".hidden",
        "a%00.png",
        "a%0Ab.png",
        "%E2%80%AEgpj.exe",
        "x" * 121,
        "",
        "%20",
    ],
)
def test_a_name_that_is_more_than_a_name_is_refused_and_named(service: Service, stranger: Caller, name: str) -> None:
    file_id = str(uuid4())

    problem = assert_problem(service.put(path_of(file_id, name), content=SMALL), 422)

    assert "name" in str(problem["errors"] if "errors" in problem else problem["detail"])
    assert_problem(stranger.get(f"/api/archive/files/{file_id}"), 404)


def test_an_empty_file_is_refused(service: Service) -> None:
    assert_problem(service.put(path_of(str(uuid4())), content=b""), 422)


def test_the_largest_file_is_kept_and_one_byte_more_is_not(service: Service, stranger: Caller) -> None:
    fits, too_large = str(uuid4()), str(uuid4())

    assert service.made("PUT", path_of(fits), content=b"x" * LARGEST)["size"] == LARGEST

    # The head alone, since the server need not wait for the rest before it answers.
    path = path_of(too_large)
    base = service.addresses.of(path)
    sent = head("PUT", path, base, {**service.headers, "Content-Length": str(LARGEST + 1)})
    answer = send_raw(base, sent)

    assert status_of(answer) == 413
    assert b"application/problem+json" in answer
    assert_problem(stranger.get(f"/api/archive/files/{too_large}"), 404)


@pytest.mark.parametrize("hang_up", [True, False], ids=["the connection is lost", "the sender stops short"])
def test_a_half_sent_file_leaves_nothing_behind(
    addresses: Addresses, service: Service, stranger: Caller, hang_up: bool
) -> None:
    file_id = str(uuid4())
    path = path_of(file_id)
    base = addresses.of(path)
    half = head("PUT", path, base, {**service.headers, "Content-Length": str(len(CONTENT))}) + CONTENT[:150_000]

    answer = send_raw(base, half, hang_up=hang_up)

    assert hang_up or answer == b"" or status_of(answer) == 400
    assert_problem(stranger.get(f"/api/archive/files/{file_id}"), 404)
    # The id is as good as new.
    assert service.made("PUT", path, content=CONTENT)["sha256"] == sha256(CONTENT).hexdigest()


def test_a_stranger_and_a_phone_upload_nothing(stranger: Caller, callers: dict[str, Caller]) -> None:
    assert_problem(stranger.put(path_of(str(uuid4())), content=SMALL), 401)
    assert_problem(callers["device"].put(path_of(str(uuid4())), content=SMALL), 403)
