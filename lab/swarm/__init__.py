"""A swarm of this notebook's own: services of the stage `containers` as a stack, in replicas, with nginx in front.

with lab.swarm("notice", replicas=2) as swarm:
    swarm.replicas("notice")                                   # a table of what runs
    lab.probe(swarm.url, "/board/", during=lambda: swarm.lose("notice"))
    swarm.update("notice", "clever/notice:2")                  # one replica after the other
"""

from lab.swarm.changes import Loss, Update
from lab.swarm.handle import Swarm
from lab.swarm.replicas import Replicas
from lab.swarm.starting import swarm

__all__ = ["Loss", "Replicas", "Swarm", "Update", "swarm"]
