"""A stage as releases: copies of its sources side by side, one of them live, as on a server.

shop = lab.releases("monolith")                     # a copy of its own: sources, secrets, database
server = shop.serve()                               # whatever shop.current leads to
second = shop.live.next("2").replace("clever/service/coupon/api.py", "old", "new")
lab.roll_call(server, caller=shop.caller, during=lambda: shop.reload(server, second))
lab.gate.deploy(shop, server, second)               # the same, but only if it passes
"""

from lab.releasing import gate
from lab.releasing.change import Change
from lab.releasing.gate import Outcome
from lab.releasing.laying_out import releases
from lab.releasing.release import Release
from lab.releasing.shop import Releases

__all__ = ["Change", "Outcome", "Release", "Releases", "gate", "releases"]
