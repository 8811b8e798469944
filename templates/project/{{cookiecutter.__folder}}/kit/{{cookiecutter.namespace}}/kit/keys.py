"""The key by which a callee knows a request again, so that it may be sent twice and is done once."""

from typing import Annotated
from uuid import UUID

from ninja import Header

IdempotencyKey = Annotated[
    UUID, Header(alias="Idempotency-Key", description="Send the same one again to get the same answer.")
]
"""An operation's parameter: the header of the draft standard draft-ietf-httpapi-idempotency-key-header."""
