"""The images of a stage in containers: what goes into them, whether they are as they should be, and their making."""

from clever.runner.containers.images.made import Made
from clever.runner.containers.images.projects import LOCAL, Wish, ensure, tag_of

__all__ = ["LOCAL", "Made", "Wish", "ensure", "tag_of"]
