"""A program for the live tests: a web process with many requests at a time, each with a promise to ring a bell.

`python web.py BELL NUMBER`. The first half of its requests try to keep their promises themselves.
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import django

django.setup()

import calls  # noqa: E402 - settings come first
from django.db import connection  # noqa: E402

from clever.kit.outbox import promises  # noqa: E402
from clever.kit.outbox.models import Promise  # noqa: E402
from clever.kit.transactions import atomic_for  # noqa: E402

THREADS = 8
promises.GRACE = timedelta(0)  # the worker is to come to the others at once
bell, number = sys.argv[1], int(sys.argv[2])


def serve(key: int) -> None:
    try:
        with atomic_for(Promise, durable=True):
            made = promises.promise(calls.ring, bell=bell, key=str(key))
        if key < number // 2:
            promises.keep_now([made])
    finally:
        connection.close()


with ThreadPoolExecutor(THREADS) as threads:
    list(threads.map(serve, range(number)))
