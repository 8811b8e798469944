"""Execute one notebook in a kernel of its own, and leave nothing of it running."""

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from workbook.walk.events import Events
from workbook.walk.leftovers import end_marked
from workbook.walk.outcome import CellRun, NotebookRun
from workbook.walk.stopping import stoppable

SECONDS_A_CELL = 60

Hook = Callable[[str], None]


def execute(
    notebook: NotebookNode, folder: Path, *, reference_run: Path | None = None, on_cell: Hook = lambda name: None
) -> NotebookRun:
    """Run the notebook's cells in `folder` until one fails; outputs are written into `notebook` itself.

    The kernel gets a logbook and an event file of its own; a cell whose engine is missing shows what is stored of it in
    `reference_run`. The kernel, and every process started from it, has ended when
    this returns or raises, Ctrl-C included.
    """
    events = Events(folder / "events.jsonl")
    run = NotebookRun(events=events)
    client = _Client(
        notebook,
        km=_kernel_manager(),
        resources={"metadata": {"path": str(folder)}},
        timeout_func=lambda cell: cell.metadata.get("timeout", SECONDS_A_CELL),
        coalesce_streams=True,
        # The kernel warns that loopback is not encrypted, which would end up between the lines of a walk.
        extra_arguments=["--log-level=ERROR"],
    )
    _watch(client, run, on_cell)
    started = time.monotonic()
    try:
        with stoppable():
            asyncio.run(client.async_execute(env=_environment(folder, events.file, reference_run)))
    except CellExecutionError as error:
        run.fail(f"{error.ename}: {_first_line(error.evalue)}")
    except CellTimeoutError:
        run.fail("took longer than its time limit (':timeout: seconds' on the cell changes it)")
    except DeadKernelError:
        run.fail("the kernel died")
    finally:
        end_marked("LAB_WALK", str(events.file))
        run.seconds = time.monotonic() - started
    return run


class _Client(NotebookClient):
    """nbclient answers Ctrl-C by waiting for a dead kernel; here it interrupts like any other program."""

    @asynccontextmanager
    async def async_setup_kernel(self, **kwargs: Any) -> AsyncIterator[None]:
        await self.async_start_new_kernel(**kwargs)
        try:
            await self.async_start_new_kernel_client()
            yield
        finally:
            await self._async_cleanup_kernel()


def _kernel_manager() -> AsyncKernelManager:
    # Without other kernel folders, "python3" is this very interpreter and not one installed for the user.
    return AsyncKernelManager(kernel_name="python3", kernel_spec_manager=KernelSpecManager(kernel_dirs=[]))


def _environment(folder: Path, events: Path, reference_run: Path | None) -> dict[str, str]:
    stored = {"LAB_REFERENCE_RUN": str(reference_run)} if reference_run else {}
    return (
        os.environ
        | stored
        | {
            "LAB_WALK": str(events),
            "LAB_LOGBOOK": str(folder / "logbook.jsonl"),
            # A lesson's `!django-admin` must be the one beside this Python.
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
            "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        }
    )


def _watch(client: NotebookClient, run: NotebookRun, on_cell: Hook) -> None:
    def starts(cell: NotebookNode, cell_index: int) -> None:
        if cell.cell_type == "code":
            run.cells.append(CellRun(name=cell.metadata.get("name", cell.id), began=time.monotonic()))
            on_cell(run.cells[-1].name)

    def executed(cell: NotebookNode, cell_index: int, execute_reply: dict[str, Any]) -> None:
        run.cells[-1].finish(run.events.take())
        content = execute_reply["content"]
        if content["status"] == "error":
            run.cells[-1].error = f"{content['ename']}: {_first_line(content['evalue'])}"

    client.on_cell_start = starts
    client.on_cell_executed = executed


def _first_line(text: str) -> str:
    return next((line for line in text.splitlines() if line.strip()), "")
