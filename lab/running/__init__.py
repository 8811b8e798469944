"""What runs for a lesson: stages, servers, and any other process. Nothing outlives the notebook that started it."""

from lab.running.commands import process
from lab.running.ports import free_port
from lab.running.processes import Process
from lab.running.servers import SERVERS
from lab.running.serving import serve
from lab.running.stages import Stage, down, reload, status, up

__all__ = ["SERVERS", "Process", "Stage", "down", "free_port", "process", "reload", "serve", "status", "up"]
