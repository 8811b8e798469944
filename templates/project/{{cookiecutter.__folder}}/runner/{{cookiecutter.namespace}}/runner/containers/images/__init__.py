"""The images of a stage in containers: what goes into them, whether they are as they should be, and their making."""

from {{ cookiecutter.namespace }}.runner.containers.images.made import Made
from {{ cookiecutter.namespace }}.runner.containers.images.projects import LOCAL, Wish, ensure, tag_of

__all__ = ["LOCAL", "Made", "Wish", "ensure", "tag_of"]
