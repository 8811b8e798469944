"""The tests that every client of the vid contract passes, and a stand-in that passes them from memory."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from {{ cookiecutter.namespace }}.contracts.vid import Block, UnknownVid, Vid, VidRecord


class VidContract:
    """Subclass it with fixtures `client` and `vid_id` (a vid that exists and is not blocked)."""

    def test_a_vid_is_found_by_id(self, client: Vid, vid_id: UUID) -> None:
        found = client.get_vid(vid_id=vid_id)

        assert (found.id, found.blocked) == (vid_id, False)

    def test_an_unknown_vid_is_refused(self, client: Vid) -> None:
        with pytest.raises(UnknownVid):
            client.get_vid(vid_id=uuid4())

    def test_a_blocked_vid_says_so(self, client: Vid, vid_id: UUID) -> None:
        client.block_vid(vid_id=vid_id, block=Block(reason="sold gems for money"))

        assert client.get_vid(vid_id=vid_id).blocked

    def test_blocking_an_unknown_vid_is_refused(self, client: Vid) -> None:
        with pytest.raises(UnknownVid):
            client.block_vid(vid_id=uuid4(), block=Block(reason="whoever that is"))


class StandInVid:
    """The vid service from memory."""

    def __init__(self) -> None:
        self.vids: dict[UUID, VidRecord] = {}

    def add(self) -> UUID:
        """A new vid's id."""
        record = VidRecord(id=uuid4(), platform="other", created_at=datetime.now(UTC), blocked=False)
        self.vids[record.id] = record
        return record.id

    def get_vid(self, *, vid_id: UUID) -> VidRecord:
        if vid_id not in self.vids:
            raise UnknownVid
        return self.vids[vid_id]

    def block_vid(self, *, vid_id: UUID, block: Block) -> VidRecord:
        blocked = self.get_vid(vid_id=vid_id).model_copy(update={"blocked": True})
        self.vids[vid_id] = blocked
        return blocked
