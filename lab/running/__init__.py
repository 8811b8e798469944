"""What runs for a lesson: stages, servers, and any other process. Nothing outlives the notebook that started it."""

from lab.running.processes import Process, process
from lab.running.serving import SERVERS, serve
from lab.running.stages import Stage, down, status, up

__all__ = ["SERVERS", "Process", "Stage", "down", "process", "serve", "status", "up"]
