"""What runs for a lesson: stages, servers, and any other process. Nothing outlives the notebook that started it."""

from lab.running.process import Process, process
from lab.running.serve import SERVERS, serve
from lab.running.stage import Stage, down, status, up

__all__ = ["SERVERS", "Process", "Stage", "down", "process", "serve", "status", "up"]
