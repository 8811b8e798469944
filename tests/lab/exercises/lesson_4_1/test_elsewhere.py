import os
import sys
from threading import Lock

import pytest

from lab.checks import Wrong
from lab.exercises.lesson_4_1.elsewhere import elsewhere

LOCK = Lock()


def test_a_function_is_asked_in_a_process_of_its_own():
    assert elsewhere(lambda text: f"{text} {os.getpid()}", "I am").startswith("I am ")
    assert elsewhere(lambda: os.getpid()) != str(os.getpid())


def test_what_a_function_prints_is_no_answer():
    assert elsewhere(lambda: sys.stdout.write("thinking") and 42) == "42"


def test_a_function_that_cannot_be_taken_along_is_told_so():
    with pytest.raises(Wrong, match="cannot be taken to another process"):
        elsewhere(lambda: LOCK.locked())


def test_a_function_that_does_not_work_there_is_told_why():
    with pytest.raises(Wrong, match="does not work: ZeroDivisionError"):
        elsewhere(lambda: 1 / 0)
