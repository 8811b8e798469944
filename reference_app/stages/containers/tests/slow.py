"""Takes the place of a project in its image: an answer that takes as long as a test wants it to."""

import time
from pathlib import Path


def application(environ, start_response):
    Path("/tmp/began").touch()
    while not Path("/tmp/go").exists():
        time.sleep(0.02)
    start_response("200 OK", [("Content-Length", "4")])
    return [b"done"]
