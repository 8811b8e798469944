"""Where a transaction ends, and a call begins."""

import sqlite3
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.overtaking import after_each_look, two_connections

TABLE = """
CREATE TABLE code (code TEXT PRIMARY KEY, player TEXT, state TEXT NOT NULL DEFAULT 'free');
INSERT INTO code (code) VALUES ('AUTUMN'), ('WINTER');
"""


QUICKER = "Two came for WINTER at the same moment. Between your reading and your writing it became pending for ben, and"


class PlayerService:
    """Stands in for the player service: it looks at what others can see while it is called, and may fail."""

    def __init__(self, database: sqlite3.Connection, onlooker: sqlite3.Connection) -> None:
        self.database = database
        self.onlooker = onlooker
        self.calls: list[tuple[Any, ...]] = []
        self.seen: list[tuple[str | None, str]] = []
        self.held = False
        self.away = False

    def give(self, *call: Any) -> None:
        self.calls.append(call)
        self.held |= self.database.in_transaction
        self.seen.append(state_of(self.onlooker))
        if self.away:
            raise ConnectionError("player does not answer")


def state_of(database: sqlite3.Connection, code: str = "WINTER") -> tuple[str | None, str]:
    """The player and the state of a code, as others see them."""
    player, state = database.execute("SELECT player, state FROM code WHERE code = ?", [code]).fetchone()
    return player, state


@exercise(
    "2.2.4",
    hints=(
        "Three steps: write down what is owed; ask for it; write down that it is done. Only the first and last write.",
        "`with database:` commits at the end of its block. The call stands outside of any such block.",
        "UPDATE ... WHERE state = 'free' takes the code. Then read it: pending for this player means: go on and call.",
    ),
)
def redeem(answer: Any) -> str:
    """a function that takes a database, a code, a player and `give`, which calls the player service"""
    with two_connections(TABLE) as connections:
        service = PlayerService(*connections)
        answer(service.database, "WINTER", "mina", service.give)
        _expect_call(service)
        _expect(service, ("mina", "used"), "The items were given")
        _expect_refusal(answer, service, "mina", "has been used by mina herself")
    with two_connections(TABLE) as connections:
        service = PlayerService(*connections)
        service.away = True
        _let_fail(answer, service)
        _expect_call(service)
        _expect(service, ("mina", "pending"), "The call failed, and nobody knows whether the items were given")
        _expect_refusal(answer, service, "ben", "is pending for mina")
        service.away = False
        before = list(service.calls)
        answer(service.database, "WINTER", "mina", service.give)
        if len(service.calls) == len(before):
            raise Wrong("Mina came back after the failure, and you did not call again. She still has nothing.")
        if service.calls[-1] != before[-1]:
            raise Wrong(f"The first time you gave {before[-1]}, the second {service.calls[-1]}: the same key, please.")
        _expect(service, ("mina", "used"), "Mina tried again, and player answered")
    _expect_to_come_second(answer)
    return "Right: owed, asked for, done. Whatever dies in between, the first line says what there is still to do."


def _expect_call(service: PlayerService) -> None:
    if not service.calls:
        raise Wrong("You never called give, so Mina has nothing.")
    if len(service.calls) > 1:
        raise Wrong(f"You called give {len(service.calls)} times for one code.")
    if service.calls[0] != ("WINTER", "mina"):
        raise Wrong(f"give takes the code, which is the key, and the player. You gave it {service.calls[0]!r}.")
    if service.held:
        raise Wrong(
            "While player was called your transaction was open. For as long as player takes to answer, nobody else can "
            "write; and if it comes back with an error, your half is undone, and player's half may not be."
        )
    if service.seen[0] != ("mina", "pending"):
        raise Wrong(
            f"Had your program died during the call, the table would say {service.seen[0]}. It has to say that WINTER "
            "is pending for mina, or nobody will ever know that something was under way."
        )


def _expect(service: PlayerService, wanted: tuple[str, str], why: str) -> None:
    if service.database.in_transaction:
        raise Wrong("You left a transaction open.")
    if (state := state_of(service.onlooker)) != wanted:
        raise Wrong(f"{why}, so the code should be {wanted}, and it is {state}.")
    if (state := state_of(service.onlooker, "AUTUMN")) != (None, "free"):
        raise Wrong(f"Nobody spoke of the code AUTUMN, and after WINTER was redeemed it is {state}.")


def _expect_refusal(answer: Any, service: PlayerService, player: str, why: str) -> None:
    calls = len(service.calls)
    try:
        answer(service.database, "WINTER", player, service.give)
    except ValueError:
        if len(service.calls) > calls:
            raise Wrong(f"WINTER {why}, and still you called give for {player}.") from None
    else:
        raise Wrong(f"WINTER {why}. For {player} you should raise ValueError now, and you did not.")


def _expect_to_come_second(answer: Any) -> None:
    """Ben takes the code in the middle of Mina's redeeming: after her first look at the table, her second, ..."""
    for database, other in after_each_look(TABLE, _ben_takes_it):
        service = PlayerService(database, other)
        try:
            answer(database, "WINTER", "mina", service.give)
        except ValueError:
            refused = True
        except sqlite3.Error as error:
            raise Wrong(f"{QUICKER} yours ended in {error!r}. Mina should get a ValueError.") from error
        else:
            refused = False
        if database.was_overtaken and (not refused or service.calls):
            raise Wrong(
                f"{QUICKER} you went on for mina, from what you had read before. What the UPDATE itself does not ask "
                "(WHERE ...), may have changed since you looked."
            )
        _expect(service, ("ben", "pending") if refused else ("mina", "used"), "Only one of them got it")


def _ben_takes_it(other: sqlite3.Connection) -> bool:
    take = "UPDATE code SET player = 'ben', state = 'pending' WHERE code = 'WINTER' AND state = 'free'"
    return bool(other.execute(take).rowcount)


def _let_fail(answer: Any, service: PlayerService) -> None:
    try:
        answer(service.database, "WINTER", "mina", service.give)
    except ConnectionError:
        return
    raise Wrong("player did not answer, and you told nobody: let the ConnectionError out.")
