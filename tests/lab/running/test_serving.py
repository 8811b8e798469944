from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from lab.errors import LabError
from lab.running import SERVERS, serve

GREETING = b"hello from a closure"


def application(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [GREETING, environ["PATH_INFO"].encode()]


@pytest.mark.live
@pytest.mark.parametrize("server", SERVERS)
def test_one_application_runs_on_each_server_unchanged(server):
    with serve(application, server) as page:
        assert page.get("/there").content == GREETING + b"/there"
        assert page.name == server


@pytest.mark.live
@pytest.mark.parametrize("server", SERVERS)
def test_a_module_in_a_folder_is_served(server, tmp_path):
    (tmp_path / "hello.py").write_text(
        "def app(environ, start_response):\n    start_response('200 OK', [])\n    return [b'from a file']\n",
        encoding="utf-8",
    )

    with serve("hello:app", server, folder=tmp_path) as page:
        assert page.get().content == b"from a file"


@pytest.mark.live
def test_an_application_class_and_its_instance_are_served():
    class Application:
        def __init__(self, greeting: bytes) -> None:
            self.greeting = greeting

        def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
            start_response("200 OK", [("Content-Type", "text/plain")])
            return [self.greeting]

    with serve(Application(b"an instance says hello"), "waitress") as page:
        assert page.get().text == "an instance says hello"


@pytest.mark.live
def test_a_module_that_does_not_import_shows_why(tmp_path):
    with pytest.raises(LabError, match="wsgiref ended before it answered") as error:
        serve("nothing_there:app", folder=tmp_path)

    assert "No module named 'nothing_there'" in error.value.detail


def test_an_unknown_server_is_answered_with_the_known_ones():
    with pytest.raises(LabError, match="no server 'apache' here: choose one of wsgiref, waitress, gunicorn"):
        serve(application, "apache")


def test_an_application_that_cannot_be_carried_says_what_to_do_instead():
    class Clinging:
        def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
            return []

        def __reduce__(self) -> str:
            raise TypeError("I stay here")

    with pytest.raises(LabError, match=r"I stay here.*%%writefile"):
        serve(Clinging())


def test_wsgiref_takes_no_options():
    with pytest.raises(LabError, match="wsgiref takes no options"):
        serve(application, options=["--threads=8"])
