"""Real servers for a lesson alone: PostgreSQL, Redis, ssh, a registry of images. All of them go with the notebook.

server = lab.postgresql()                 # the one that runs, or a new one
url = server.create("shop", afresh=True)  # its DATABASE_URL
with server.replica(delay_ms=500) as replica: ...
lab.redis().url()                         # a CACHE_URL
"""

from lab.engines.handle import Engine
from lab.engines.private import postgresql, redis, registry, replay_lag, sshd
from lab.engines.with_replicas import PostgreSQL

__all__ = ["Engine", "PostgreSQL", "postgresql", "redis", "registry", "replay_lag", "sshd"]
