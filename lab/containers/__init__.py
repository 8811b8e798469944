"""Images, containers, volumes and networks of a notebook's own. Whatever runs ends with the notebook.

image = lab.containers.build("shop", "cafe:1")                     # seconds, size, layers
with lab.containers.run("cafe:1", port=8000) as cafe: cafe.get("/")
with lab.containers.limits(containers, {"notice": 0.25}): ...      # of a stage's own containers
pushed = lab.containers.push("cafe:1", lab.registry())             # how much was new there, and its name by digest
lab.containers.release(containers, "1.4.0", services=["notice"])   # what `inv release` does, step by step
"""

from lab.containers.building import build
from lab.containers.confining import confine
from lab.containers.databases import Database, apart, database
from lab.containers.forgetting import forget
from lab.containers.image import Image, image, need
from lab.containers.limiting import limits
from lab.containers.manifests import Manifest, manifest
from lab.containers.networks import Network, network
from lab.containers.pulling import pull
from lab.containers.pushing import Push, push
from lab.containers.released import Released
from lab.containers.releasing import release
from lab.containers.restarting import restart, serving
from lab.containers.running import Container, run
from lab.containers.stored import blobs
from lab.containers.volumes import Volume, volume

__all__ = [
    "Container",
    "Database",
    "Image",
    "Manifest",
    "Network",
    "Push",
    "Released",
    "Volume",
    "apart",
    "blobs",
    "build",
    "confine",
    "database",
    "forget",
    "image",
    "limits",
    "manifest",
    "need",
    "network",
    "pull",
    "push",
    "release",
    "restart",
    "run",
    "serving",
    "volume",
]
