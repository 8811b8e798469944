"""The standard library's own server, run as a script: `wsgiref_server.py PORT MODULE:NAME`."""

import importlib
import sys
from wsgiref.simple_server import make_server

if __name__ == "__main__":
    module, _, name = sys.argv[2].partition(":")
    sys.path.insert(0, "")
    application = getattr(importlib.import_module(module), name or "application")
    with make_server("127.0.0.1", int(sys.argv[1]), application) as server:
        server.serve_forever()
