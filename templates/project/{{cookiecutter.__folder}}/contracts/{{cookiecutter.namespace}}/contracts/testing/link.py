"""The tests that every client of the link contract passes, and a stand-in that passes them from memory."""

from datetime import UTC, datetime

import pytest

from {{ cookiecutter.namespace }}.contracts.link import Link, LinkChange, LinkRecord, NewLink, SlugTaken, UnknownLink, check_slug
from {{ cookiecutter.namespace }}.kit.problems import Invalid

SUMMER = NewLink(target="https://example.com/summer?from=game")


class LinkContract:
    """Subclass it with a fixture `client` of a service without links."""

    def test_a_link_is_found_by_its_slug(self, client: Link) -> None:
        made = client.put_link(slug="summer", new=SUMMER)

        found = client.get_link(slug="summer")

        assert found == made
        assert (found.target, found.clicks, found.active) == (SUMMER.target, 0, True)
        assert found.address == "/l/summer"

    def test_an_unknown_link_is_refused(self, client: Link) -> None:
        with pytest.raises(UnknownLink):
            client.get_link(slug="nothing-here")

    def test_a_link_that_is_put_again_is_the_same_one(self, client: Link) -> None:
        first = client.put_link(slug="summer", new=SUMMER)

        assert client.put_link(slug="summer", new=SUMMER) == first

    def test_a_slug_that_leads_elsewhere_is_taken(self, client: Link) -> None:
        client.put_link(slug="summer", new=SUMMER)

        with pytest.raises(SlugTaken):
            client.put_link(slug="summer", new=NewLink(target="/board/"))

        assert client.get_link(slug="summer").target == SUMMER.target

    @pytest.mark.parametrize("slug", ["Summer", "a/b", "..", "with space", "x" * 41, "a\0b", "여름"])
    def test_a_slug_that_cannot_be_one_is_named(self, client: Link, slug: str) -> None:
        with pytest.raises(Invalid) as refused:
            client.put_link(slug=slug, new=SUMMER)

        assert refused.value.members["errors"][0]["field"] == "slug"

    def test_a_change_leaves_the_rest_alone(self, client: Link) -> None:
        ends = datetime(2030, 1, 1, tzinfo=UTC)
        client.put_link(slug="summer", new=NewLink(target="/board/", expires_at=ends))

        client.change_link(slug="summer", change=LinkChange(active=False))
        changed = client.change_link(slug="summer", change=LinkChange(target="/board/7"))

        assert (changed.target, changed.active, changed.expires_at) == ("/board/7", False, ends)

    def test_an_end_can_be_taken_away(self, client: Link) -> None:
        client.put_link(slug="summer", new=NewLink(target="/board/", expires_at=datetime(2030, 1, 1, tzinfo=UTC)))

        assert client.change_link(slug="summer", change=LinkChange(expires_at=None)).expires_at is None

    def test_an_unknown_link_cannot_be_changed(self, client: Link) -> None:
        with pytest.raises(UnknownLink):
            client.change_link(slug="nothing-here", change=LinkChange(active=False))


class StandInLink:
    """The link service from memory."""

    def __init__(self) -> None:
        self.links: dict[str, LinkRecord] = {}

    def get_link(self, *, slug: str) -> LinkRecord:
        if slug not in self.links:
            raise UnknownLink
        return self.links[slug]

    def put_link(self, *, slug: str, new: NewLink) -> LinkRecord:
        slug = check_slug(slug)
        made = LinkRecord(
            slug=slug, address=f"/l/{slug}", clicks=0, active=True, created_at=datetime.now(UTC), **new.model_dump()
        )
        found = self.links.setdefault(slug, made)
        if (found.target, found.expires_at) != (new.target, new.expires_at):
            raise SlugTaken
        return found

    def change_link(self, *, slug: str, change: LinkChange) -> LinkRecord:
        self.links[slug] = self.get_link(slug=slug).model_copy(update=change.model_dump(exclude_unset=True))
        return self.links[slug]
