"""Django middlewares that ask a permitter who may call what."""
