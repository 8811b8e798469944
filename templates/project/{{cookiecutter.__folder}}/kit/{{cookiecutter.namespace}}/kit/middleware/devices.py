"""Find out which device is calling, where services are somebody else's business."""

from {{ cookiecutter.namespace }}.kit.callers import NOBODY, Caller
from {{ cookiecutter.namespace }}.kit.middleware.callers import CallerMiddleware


class DeviceMiddleware(CallerMiddleware):
    """Put a Caller on the request: a device where there is a vid token, and nobody where there is not.

    Basic credentials are left alone: permittee's middleware reads them, and PermittedMiddleware says what it found.
    Until then nobody is calling. A scheme that is neither is refused.
    """

    def service(self, value: str) -> Caller:
        return NOBODY
