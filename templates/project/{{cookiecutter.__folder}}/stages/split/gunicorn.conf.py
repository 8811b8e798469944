"""How gunicorn serves a project: all of them alike. What differs from machine to machine comes from the environment."""

import os
from pathlib import Path

from {{ cookiecutter.namespace }}.kit.serving import post_request  # noqa: F401 - gunicorn finds it by its name

bind = os.environ.get("BIND", "127.0.0.1:8000")

# Threads, since a request mostly waits for the database; and unlike sync workers they keep connections open.
worker_class = "gthread"
# One worker: there are eight projects on this machine, and each worker is a whole Python with a whole Django in it.
workers = int(os.environ.get("WEB_WORKERS", "1"))
threads = int(os.environ.get("WEB_THREADS", "8"))

timeout = 30  # seconds without a sign of life, after which a worker is killed
graceful_timeout = 20  # seconds that requests under way get when it is told to stop
keepalive = 75  # seconds; more than nginx keeps a connection (60), so that never the server is the one who hangs up

# A worker shows that it lives by touching a file; on a disk that is slow, that alone can make it look dead.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - gunicorn makes the file safely

# By default all gunicorns of a user share one control socket in the home folder. Supervisord does this work here.
control_socket_disable = True

# The application logs its requests itself, as JSON with the request's id.
accesslog = None
errorlog = "-"
