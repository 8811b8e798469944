"""A private package index for a lesson alone: devpi, on this machine, gone with the notebook.

lab.get_devpi()                          # once, into an environment of its own
with lab.private_index() as index:
    index.publish("reference_app/services/coupon")
    index.versions("clever-service-coupon")  # ["0.1.0"]
    index.url                                # for `uv pip install --index`
"""

from lab.index.handle import Index, private_index
from lab.index.pages import simple_index
from lab.index.tool import get_devpi
from lab.index.wheels import small_wheel, write_project

__all__ = ["Index", "get_devpi", "private_index", "simple_index", "small_wheel", "write_project"]
