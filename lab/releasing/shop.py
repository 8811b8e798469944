"""A stage of one project, as a server has it: releases side by side, a link to the live one, and what outlives them."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from lab.colourless import colourless
from lab.errors import LabError
from lab.releasing.release import Release
from lab.releasing.reloading import reload
from lab.running.processes import Process
from lab.running.serving import serve

SECONDS = 60.0
"""A command of manage.py that takes longer is taken for one that hangs."""


class Releases:
    """`folder/releases/<name>`, `folder/current` that leads to the live one, and `folder/shared`: database, secrets.

    `caller` is the name and the secret of the game server, whom its services know. Nothing in here belongs to the stage
    itself: that may run meanwhile, and knows nothing of all this.
    """

    def __init__(self, folder: Path, wsgi: str, environment: Mapping[str, str], caller: tuple[str, str]) -> None:
        self.folder = folder.resolve()
        self.current = self.folder / "current"
        self.caller = caller
        self._wsgi = wsgi
        self._environment = dict(environment)

    @property
    def live(self) -> Release:
        """The release that `current` leads to."""
        return Release(self.current.resolve())

    def turn(self, release: Release) -> None:
        """Let `current` lead to a release, in one step."""
        beside = self.folder / "current.next"
        beside.unlink(missing_ok=True)
        beside.symlink_to(release.folder)
        beside.replace(self.current)

    def reload(self, server: Process, release: Release) -> bool:
        """Make a release live: turn the link, and let a running server take up the new code.

        Returns whether there is a server afterwards: gunicorn ends when its new workers cannot start.
        """
        self.turn(release)
        return reload(server)

    def restart(self, server: Process, release: Release) -> Process:
        """Make a release live as one does without thinking: stop the server, start it again at the same address."""
        self.turn(release)
        server.stop()
        return self.serve(port=int(server.url.rpartition(":")[2]))

    def manage(self, release: Release, *words: str) -> tuple[bool, str]:
        """`manage.py ...` in a release: whether it went well, and the last line of what it said."""
        try:
            done = subprocess.run(
                [sys.executable, "manage.py", *words],
                cwd=release.folder,
                env=colourless(os.environ) | self._environment,
                capture_output=True,
                text=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise LabError(f"manage.py {' '.join(words)} of release {release.name} took over {SECONDS:g} s") from error
        said = (done.stderr if done.returncode else done.stdout).strip().splitlines()
        return done.returncode == 0, said[-1].partition(f" ({self.folder}")[0] if said else ""

    def serve(self, release: Release | None = None, *, port: int | None = None) -> Process:
        """Start a gunicorn: of one release, or of whatever `current` leads to when it starts or reloads.

        Raises LabError, with gunicorn's last words, for a release that does not start.
        """
        place = [f"--chdir={release.folder if release else self.current}"]
        server = serve(
            self._wsgi, "gunicorn", folder=self.folder, port=port, environment=self._environment, options=place
        )
        server.name = f"release {release.name}" if release else "the live release"
        return server
