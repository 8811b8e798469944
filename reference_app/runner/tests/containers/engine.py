"""A stand-in for docker: it builds nothing, and remembers what it was asked to."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clever.runner.containers.engine import Engine

PROGRAM = """#!{python} -IS
import json, os, sys
from pathlib import Path

images_file, calls_file = Path(__file__).with_name("images.json"), Path(__file__).with_name("calls.jsonl")
images = json.loads(images_file.read_text())
command = sys.argv[1:]
with calls_file.open("a") as calls:
    calls.write(json.dumps(command) + "\\n")

if command[:2] == ["image", "ls"]:
    print("\\n".join(images))
elif command[:2] == ["image", "inspect"]:
    print(json.dumps([images[tag] for tag in command[2:]]))
elif command[0] == "build":
    arguments = [after for word, after in zip(command, command[1:]) if word == "--build-arg" and "=" in after]
    given = dict(argument.split("=", 1) for argument in arguments)
    print("Step 1/2 : FROM something")
    print("Step 2/2 : LABEL clever.sources")
    images[command[command.index("--tag") + 1]] = {{
        "Id": "sha256:" + os.urandom(32).hex(),
        "Size": 1000,
        "RootFS": {{"Layers": []}},
        "Config": {{"Labels": {{"clever.sources": given["SOURCES"]}}}},
    }}
    images_file.write_text(json.dumps(images))
else:
    sys.exit("Error response from daemon: no route to a registry")
"""


@dataclass(frozen=True)
class StandIn:
    """The engine, and what is known of it."""

    folder: Path

    @classmethod
    def beneath(cls, folder: Path) -> "StandIn":
        folder.mkdir()
        program = folder / "docker"
        program.write_text(PROGRAM.format(python=sys.executable))
        program.chmod(0o755)
        (folder / "images.json").write_text("{}")
        return cls(folder)

    @property
    def engine(self) -> Engine:
        return Engine(self.folder / "docker", "20.10")

    def has(self, tag: str, **labels: str) -> None:
        """Let it have this image."""
        images = self._images() | {tag: {"Id": f"sha256:{tag}", "Size": 400, "Config": {"Labels": labels}}}
        (self.folder / "images.json").write_text(json.dumps(images))

    def built(self) -> list[str]:
        """The tags that it was asked to build since it was last asked this."""
        calls = self.folder / "calls.jsonl"
        commands = list(self._commands())
        calls.unlink(missing_ok=True)
        return [command[command.index("--tag") + 1] for command in commands if command[0] == "build"]

    def _images(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "images.json").read_text())
        return found

    def _commands(self) -> Iterator[list[str]]:
        calls = self.folder / "calls.jsonl"
        for line in calls.read_text().splitlines() if calls.exists() else ():
            yield json.loads(line)
