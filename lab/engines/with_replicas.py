"""PostgreSQL, which a lesson makes databases in and gives replicas to."""

from lab.engines.handle import Engine

TITLE = "PostgreSQL"


class PostgreSQL(Engine):
    """A running PostgreSQL server."""

    def __init__(self) -> None:
        from clever.runner.engines.postgresql import private_postgresql

        super().__init__(TITLE, private_postgresql())
        self._replicas: list[Engine] = []

    def create(self, database: str, *, afresh: bool = False) -> str:
        """Make an empty database and return its URL. `afresh`: one of that name is dropped first, with all it holds.

        Raises LabError where there is one of that name already.
        """
        if afresh:
            self.run("dropdb", "--if-exists", "--force", database)
        return str(self.__getattr__("create")(database))

    def replica(self, *, delay_ms: int = 0) -> Engine:
        """A streaming replica: it follows the server, and can be read from. It ends with the server at the latest.

        With `delay_ms`, it shows each transaction so much later than it was committed. Usable with `with`.
        """
        replica = Engine(f"{TITLE} replica", self._server.replica(delay_ms=delay_ms))
        self._replicas.append(replica)
        return replica

    def close(self) -> None:
        while self._replicas:
            self._replicas.pop().close()
        super().close()
