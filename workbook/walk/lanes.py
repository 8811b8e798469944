"""Chapters side by side: each in a process of its own, with stages of its own.

Most of a walk is waiting: for a program to start, a time limit to pass, one thread to be done. Two chapters at a time
take little longer than one. What they measure are ratios of what is taken by turns, so a neighbour is noise, and no
more of it than other people's machines have.
"""

import os
import sys
from collections import deque
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from workbook.book import Book
from workbook.errors import BookError
from workbook.lesson import Lesson
from workbook.library import load
from workbook.walk.lesson import LessonRun, walk
from workbook.walk.stages import stages_of_its_own
from workbook.walk.stopping import stoppable
from workbook.walk.store import Reference
from workbook.walk.telling import Telling

CLEAN_UP_SECONDS = 120.0  # what a lane that is told to stop gets, to stop the stages that it has started
STOPPED = 130  # the exit status of whoever was told to stop
SPAWN = get_context("spawn")  # a fork would share this process's threads and handlers of signals


@dataclass(frozen=True)
class _Lane:
    """A chapter that is being walked."""

    process: SpawnProcess
    said: "Connection[Any, Any]"


def side_by_side(book: Book, chapters: list[list[Lesson]], told: Telling, *, at_once: int) -> dict[str, LessonRun]:
    """Walk so many chapters at a time, the longest first, each lesson in order. The runs, by the lesson's id.

    Raises BookError where a lane ends before its last lesson did. Whatever ends this early, all lanes have ended with
    what they started.
    """
    longest_first = sorted(chapters, key=lambda lessons: -sum(Reference.load(book, each).seconds for each in lessons))
    waiting, lanes, runs = deque(longest_first), list[_Lane](), dict[str, LessonRun]()
    try:
        while waiting or lanes:
            while waiting and len(lanes) < at_once:
                lanes.append(_begin(book, waiting.popleft()))
            for said in wait([lane.said for lane in lanes]):
                lane = next(lane for lane in lanes if lane.said is said)
                try:
                    _hear(lane.said.recv(), told, runs)
                except EOFError:
                    lanes.remove(lane)
                    lane.process.join()
                    if status := lane.process.exitcode:
                        raise BookError(f"a chapter's walk ended with status {status}; above it says why") from None
    finally:
        _stop(lanes)
    return runs


def _begin(book: Book, lessons: list[Lesson]) -> _Lane:
    here, there = SPAWN.Pipe(duplex=False)
    process = SPAWN.Process(target=_walk, args=(book.root, [lesson.path for lesson in lessons], there))
    process.start()
    there.close()  # the lane has its own; when that one closes, the lane is over
    return _Lane(process, here)


def _walk(root: Path, paths: list[str], said: "Connection[Any, Any]") -> None:
    """A lane: what is done in its process."""
    os.setpgrp()  # Ctrl-C is heard by whoever walks all of it, who tells each lane to stop, once
    book = Book(root)
    try:
        with stoppable(), stages_of_its_own():
            for lesson in [load(book, path) for path in paths]:
                said.send(("begins", lesson.id))
                said.send(("ended", walk(book, lesson, on_cell=partial(_say_cell, said, lesson.id))))
    except (KeyboardInterrupt, BrokenPipeError):  # told to stop, or nobody is there any more
        sys.exit(STOPPED)


def _say_cell(said: "Connection[Any, Any]", lesson_id: str, name: str) -> None:
    said.send(("cell", lesson_id, name))


def _hear(message: tuple[Any, ...], told: Telling, runs: dict[str, LessonRun]) -> None:
    what, *about = message
    getattr(told, what)(*about)
    if what == "ended":
        runs[about[0].lesson.id] = about[0]


def _stop(lanes: list[_Lane]) -> None:
    for lane in lanes:
        lane.process.terminate()
    for lane in lanes:
        lane.process.join(CLEAN_UP_SECONDS)
        if lane.process.is_alive():
            lane.process.kill()
            lane.process.join()
