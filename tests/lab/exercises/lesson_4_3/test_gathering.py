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
    return {name: call() for name, call in calls.items()}


def one_after_the_other_until_the_time_is_up(calls, seconds):
    found, end = {}, time.monotonic() + seconds
    for name, call in calls.items():
        if time.monotonic() < end:
            found[name] = call()
    return found


def in_a_pool_of(threads):
    def answer(calls, seconds):
        pool = ThreadPoolExecutor(threads)
        futures = {name: pool.submit(call) for name, call in calls.items()}
        wait(futures.values(), timeout=seconds)
        pool.shutdown(wait=False)
        return {name: its.result() for name, its in futures.items() if its.done() and not its.exception()}

    return answer


def each_in_its_turn(calls, seconds):
    pool, there = ThreadPoolExecutor(), {}
    futures = {name: pool.submit(call) for name, call in calls.items()}
    for name, its in futures.items():
        try:
            there[name] = its.result(timeout=seconds)
        except Exception:
            continue
    pool.shutdown(wait=False)
    return there


def test_it_may_be_written_with_threads():
    verdict = judge(find("4.3.1"), by_threads)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (one_after_the_other, "0.5 s were given. Do all of them begin at the same time"),
        (one_after_the_other_until_the_time_is_up, "Do all of them begin at the same time"),
        (in_a_pool_of(4), "each in a thread of its own"),
        (lambda calls, seconds: dict.fromkeys(calls, "there"), "What has not come is left out"),
        (lambda calls, seconds: list(calls), "A dictionary of answers is wanted"),
    ],
)
def test_it_says_what_is_wrong(answer, said):
    verdict = judge(find("4.3.1"), answer)

    assert not verdict.passed
    assert said in verdict.text()


@pytest.mark.parametrize("threads", [None, 32], ids=["of this machine", "of a machine with many processors"])
def test_a_pool_that_was_not_told_its_size_is_too_small_on_every_machine(threads):
    verdict = judge(find("4.3.1"), in_a_pool_of(threads))

    assert "Where 32 calls hang" in verdict.text()
    assert "each in a thread of its own" in verdict.text()


def test_what_hangs_does_not_outlive_the_check():
    began = time.monotonic()

    judge(find("4.3.1"), in_a_pool_of(4))

    assert time.monotonic() - began < 2.5


def test_a_wrong_answer_is_told_so_soon_however_many_calls_hang():
    began = time.monotonic()

    verdict = judge(find("4.3.1"), each_in_its_turn)

    assert "the times add up" in verdict.text()
    assert time.monotonic() - began < 6
