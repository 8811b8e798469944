from wsgiref.types import StartResponse, WSGIEnvironment

import psutil
import pytest

from lab.errors import LabError
from lab.running import SERVERS, serve

GREETING = b"hello from a closure"
ANY = [server for server in SERVERS if server != "runserver"]  # that one serves a Django project, and nothing else

PROJECT = {
    "manage.py": """
import os, sys
from django.core.management import execute_from_command_line
os.environ["DJANGO_SETTINGS_MODULE"] = "tiny"
execute_from_command_line(sys.argv)
""",
    "tiny.py": """
import os
from django.http import HttpResponse
from django.urls import path
SECRET_KEY, ROOT_URLCONF, ALLOWED_HOSTS = "x", "tiny", ["127.0.0.1"]
urlpatterns = [path("", lambda request: HttpResponse(os.environ["GREETING"]))]
""",
}


def application(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [GREETING, environ["PATH_INFO"].encode()]


@pytest.mark.live
@pytest.mark.parametrize("server", ANY)
def test_one_application_runs_on_each_server_unchanged(server):
    with serve(application, server) as page:
        assert page.get("/there").content == GREETING + b"/there"
        assert page.name == server


@pytest.mark.live
@pytest.mark.parametrize("server", ANY)
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
    with pytest.raises(
        LabError, match="no server 'apache' here: choose one of wsgiref, runserver, waitress, gunicorn, uwsgi, granian"
    ):
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


@pytest.mark.live
def test_runserver_serves_the_project_in_the_folder_with_the_environment_it_is_given(tmp_path):
    for name, text in PROJECT.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    with serve("tiny", "runserver", folder=tmp_path, environment={"GREETING": "good day"}) as page:
        assert page.get().text == "good day"


def test_runserver_without_a_project_says_what_it_needs(tmp_path):
    with pytest.raises(LabError, match=f"runserver needs a Django project.* no manage.py in {tmp_path.name}"):
        serve("tiny", "runserver", folder=tmp_path)


@pytest.mark.live
@pytest.mark.parametrize("server", ["gunicorn", "uwsgi", "granian"])
def test_nothing_is_left_of_a_server_with_workers(server):
    with serve(application, server) as page:
        workers = psutil.Process(page.pid).children(recursive=True)
        assert workers

    _, left = psutil.wait_procs(workers, timeout=5)
    assert left == []


@pytest.mark.live
@pytest.mark.parametrize(
    ("options", "connection"), [((), "keep-alive"), (["--worker-class=sync"], "close")], ids=["gthread", "sync"]
)
def test_a_sync_worker_stays_one_although_the_folder_asks_for_threads(tmp_path, options, connection):
    (tmp_path / "gunicorn.conf.py").write_text("threads = 4\nworkers = 3\n", encoding="utf-8")
    (tmp_path / "hello.py").write_text(
        "def app(environ, start_response):\n"
        "    start_response('200 OK', [('Content-Length', '2')])\n    return [b'hi']\n",
        encoding="utf-8",
    )

    with serve("hello:app", "gunicorn", folder=tmp_path, options=options) as page:
        assert page.get().headers["connection"] == connection
        assert len(psutil.Process(page.pid).children()) == 1


def test_a_server_that_is_not_installed_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    with pytest.raises(LabError, match="uwsgi is not installed: `uv pip install pyuwsgi`"):
        serve(application, "uwsgi")
