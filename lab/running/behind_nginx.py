"""nginx in front of any server: the monolith's own nginx.conf, with that server, or the running monolith, behind it."""

import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from lab.errors import LabError
from lab.running.ports import free_port
from lab.running.processes import Process
from lab.running.stages import Stage
from lab.where import ROOT

STAGE = "monolith"  # whose nginx.conf it is


def behind_nginx(server: Process | Stage) -> Process:
    """Put nginx in front of what the lab started: `with lab.behind_nginx(server) as front:`

    `server` is a server, or the monolith. nginx reads the monolith's nginx.conf; only the ports are others. The
    server's own address goes on answering.
    Raises LabError where nginx is not installed, and for another stage.
    """
    import clever.runner
    from clever.runner.nginx import find_nginx

    if isinstance(server, Stage) and server.name != STAGE:
        raise LabError(f"{server.name} has an nginx.conf of its own: start it with lab.up, nginx=True")
    program = find_nginx()
    if program is None:
        raise LabError("nginx is not installed: `inv doctor --install` gets it, then run this cell again")
    scratch = tempfile.TemporaryDirectory(prefix="lab-nginx-")
    folder = Path(scratch.name)
    port = free_port()
    try:
        (folder / "nginx.conf").write_text(_configuration(folder, server, port, program), encoding="utf-8")
    except clever.runner.StageError as error:
        scratch.cleanup()
        raise LabError(str(error)) from error
    command = [program, "-e", "stderr", "-p", str(folder), "-c", "nginx.conf"]
    front = _Front(command, url=f"http://127.0.0.1:{port}", folder=folder, name=f"nginx in front of {server.name}")
    front.scratch = scratch
    try:
        return front.wait_ready(15)
    except BaseException:
        front.stop()
        raise


class _Front(Process):
    """nginx, and the folder of its configuration and of the answers that it keeps for slow readers."""

    scratch: tempfile.TemporaryDirectory[str]

    def stop(self) -> None:
        super().stop()
        self.scratch.cleanup()


def _configuration(folder: Path, server: Process | Stage, port: int, program: str) -> str:
    from clever.runner import load_stage
    from clever.runner.environment import placeholders
    from clever.runner.nginx import render
    from clever.runner.places import StageFolder

    stage = load_stage(STAGE, ROOT)
    ports = {STAGE: urlsplit(server.url).port or 80, "nginx": port}
    # Of the stage's folder only the static files are of interest here; a mere server has none.
    files = StageFolder.of(STAGE, ROOT) if isinstance(server, Stage) else StageFolder(folder)
    values = placeholders(stage, files, ports=ports, nginx=program, sockets="")
    return render(stage.folder / "nginx.conf", values)
