"""What every project has whose callers the permitter knows: all but the permitter, which would have to ask itself.

Another service calls with HTTP Basic. permittee finds out who that is and whether it may; only then does a view begin.
"""

from split.base import *  # noqa: F403 - what base says holds here as well
from split.base import CALLER_NAME, CALLER_SECRET, env

PERMITTER_URL = env.seam("PERMITTER_URL")
PERMITTEE_NAME, PERMITTEE_SECRET = CALLER_NAME, CALLER_SECRET  # we ask in the name that we call in
PERMITTEE_MODE = env.choice("PERMITTEE_MODE", {"cached": "cached", "ask": "ask"}, default="cached")
PERMITTEE_OPEN = [  # to everybody, whoever that is: probes, and readers of the API's description
    "GET /healthz",
    "HEAD /healthz",
    "GET /readyz",
    "HEAD /readyz",
    "GET /api/docs",
    "GET /api/openapi.json",
]
PERMITTEE_ANONYMOUS = "pass"  # devices and strangers: each operation's own `auth` says whether it is for them

BY_PERMIT = [
    "permittee.ext.django.middlewares.AuthorizationMiddleware",
    "{{ cookiecutter.namespace }}.kit.middleware.permitted.PermittedMiddleware",
]
