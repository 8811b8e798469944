import time
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Thread

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def by_threads(calls, seconds):
    found = {}

    def ask(name, call):
        try:
            answer = call()
        except Exception:
            return
        found[name] = answer

    threads = [Thread(target=ask, args=its, daemon=True) for its in calls.items()]
    for thread in threads:
        thread.start()
    end = time.monotonic() + seconds
    for thread in threads:
        thread.join(max(0, end - time.monotonic()))
    return dict(found)


def one_after_the_other(calls, seconds):
    found, end = {}, time.monotonic() + seconds
    for name, call in calls.items():
        if time.monotonic() < end:
            found[name] = call()
    return found


def in_a_pool_that_is_too_small(calls, seconds):
    pool = ThreadPoolExecutor(4)
    futures = {name: pool.submit(call) for name, call in calls.items()}
    wait(futures.values(), timeout=seconds)
    pool.shutdown(wait=False)
    return {name: its.result() for name, its in futures.items() if its.done() and not its.exception()}


def test_it_may_be_written_with_threads():
    verdict = judge(find("4.3.1"), by_threads)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (one_after_the_other, "Do all of them begin at the same time"),
        (in_a_pool_that_is_too_small, "each in a thread of its own"),
        (lambda calls, seconds: dict.fromkeys(calls, "there"), "What has not come is left out"),
        (lambda calls, seconds: list(calls), "A dictionary of answers is wanted"),
    ],
)
def test_it_says_what_is_wrong(answer, said):
    verdict = judge(find("4.3.1"), answer)

    assert not verdict.passed
    assert said in verdict.text()


def test_what_hangs_does_not_outlive_the_check():
    began = time.monotonic()

    judge(find("4.3.1"), in_a_pool_that_is_too_small)

    assert time.monotonic() - began < 2.5
