"""Faults, made on purpose and always undone, and a probe that says what they cost.

with lab.fault.kill(monolith, "web") as killed: ...          # and supervisord brings it back
with lab.fault.hang(monolith, "web"): ...                    # it is there, and does nothing
with lab.fault.slow(monolith, milliseconds=200) as slow: ... # slow.url is the monolith, further away
with lab.fault.database_away(monolith): ...
with lab.fault.slow_clients(server, clients=20): ...         # and who else is answered meanwhile?
lab.probe(monolith, "/board/", during=lambda: lab.fault.kill(monolith, "web"))
lab.knock(monolith, "/board/", during=lambda: lab.reload(monolith))  # 5,000 requests, and does one of them fail?
"""

from lab.fault.databases import database_away
from lab.fault.knocking import knock
from lab.fault.outage import Outage
from lab.fault.probing import probe
from lab.fault.proxies import Proxy, proxy
from lab.fault.returning import Return
from lab.fault.signals import hang, kill
from lab.fault.slow_clients import slow_clients
from lab.fault.traffic import cut, refuse, slow

__all__ = [
    "Outage",
    "Proxy",
    "Return",
    "cut",
    "database_away",
    "hang",
    "kill",
    "knock",
    "probe",
    "proxy",
    "refuse",
    "slow",
    "slow_clients",
]
