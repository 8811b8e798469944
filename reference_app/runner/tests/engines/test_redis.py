import socket

import pytest

from clever.runner.engines import redis
from clever.runner.engines.redis import Redis, private_redis
from clever.runner.errors import StageError

pytestmark = pytest.mark.live


def talk(server: Redis, *commands: str) -> list[str]:
    """The first line of the answer to each command, over one connection."""
    answers = []
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        stream = connection.makefile("rw", newline="\r\n")
        for command in commands:
            stream.write(f"{command}\r\n")
            stream.flush()
            first = stream.readline().strip()
            answers.append(stream.readline().strip() if first.startswith("$") and first != "$-1" else first)
    return answers


@pytest.mark.usefixtures("redis_installed")
def test_a_private_server_answers_with_its_password_and_is_gone_afterwards() -> None:
    with private_redis() as server:
        answers = talk(server, f"AUTH {server.password}", "SET fruit apple", "GET fruit")

        assert answers == ["+OK", "+OK", "apple"]
        assert server.url(1) == f"redis://:{server.password}@127.0.0.1:{server.port}/1"
        assert server.password not in repr(server)

    assert not server.folder.exists()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", server.port)) != 0


@pytest.mark.usefixtures("redis_installed")
def test_nobody_gets_in_without_the_password() -> None:
    with private_redis() as server:
        assert talk(server, "GET fruit")[0].startswith("-NOAUTH")
        assert talk(server, "AUTH guess")[0].startswith("-WRONGPASS")


@pytest.mark.usefixtures("redis_installed")
def test_a_server_that_was_stopped_comes_back_empty() -> None:
    with private_redis() as server:
        talk(server, f"AUTH {server.password}", "SET fruit apple")

        server.stop()
        with pytest.raises(ConnectionRefusedError):
            talk(server, "PING")

        server.start()
        assert talk(server, f"AUTH {server.password}", "GET fruit") == ["+OK", "$-1"]


@pytest.mark.usefixtures("redis_installed")
def test_two_servers_do_not_meet() -> None:
    with private_redis() as one, private_redis() as other:
        assert one.port != other.port
        assert talk(one, f"AUTH {other.password}")[0].startswith("-WRONGPASS")


def test_without_redis_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redis, "find_redis", lambda: None)

    with pytest.raises(StageError, match="Redis is not installed; `inv doctor --install` gets it"):
        private_redis().__enter__()
