"""The tests that every client of the app contract passes, and a stand-in that passes them from memory."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from {{ cookiecutter.namespace }}.contracts.app import (
    App,
    NewTitle,
    NewVersion,
    TitleRecord,
    UnknownTitle,
    Update,
    VersionRecord,
    check_number,
    check_platform,
    check_title,
)
from {{ cookiecutter.namespace }}.kit.problems import Invalid

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def released(*, required: bool = False) -> NewVersion:
    """A version that has been out for years."""
    return NewVersion(required=required, released_at=LONG_AGO)


class AppContract:
    """Subclass it with a fixture `client` of a service that has no titles and knows no files."""

    @pytest.fixture
    def otter(self, client: App) -> str:
        """A title without versions."""
        return client.put_title(slug="otter", new=NewTitle(name="Sleepy Otter")).slug

    def test_a_title_is_found_by_its_slug(self, client: App, otter: str) -> None:
        assert client.get_title(slug=otter) == TitleRecord(slug="otter", name="Sleepy Otter")

    def test_a_title_takes_another_name(self, client: App, otter: str) -> None:
        client.put_title(slug=otter, new=NewTitle(name="졸린 수달"))

        assert client.get_title(slug=otter).name == "졸린 수달"

    def test_an_unknown_title_is_refused(self, client: App) -> None:
        with pytest.raises(UnknownTitle):
            client.get_title(slug="nothing-here")
        with pytest.raises(UnknownTitle):
            client.put_version(slug="nothing-here", platform="ios", number="1.0.0", new=released())
        with pytest.raises(UnknownTitle):
            client.get_update(slug="nothing-here", platform="ios", number="1.0.0")

    def test_a_version_that_is_put_again_is_the_same_one(self, client: App, otter: str) -> None:
        first = client.put_version(slug=otter, platform="ios", number="1.0.0", new=released())

        assert client.put_version(slug=otter, platform="ios", number="1.0.0", new=released()) == first

    def test_a_file_that_the_archive_does_not_know_is_named(self, client: App, otter: str) -> None:
        new = NewVersion(released_at=LONG_AGO, file_id=uuid4())

        with pytest.raises(Invalid) as refused:
            client.put_version(slug=otter, platform="ios", number="1.0.0", new=new)

        assert refused.value.members["errors"][0]["field"] == "file_id"

    @pytest.mark.parametrize("number", ["1", "1.0", "1.0.0.0", "01.0.0", "1.0.-1", "1.0.100000", "1.0.x", "١.0.0", ""])
    def test_a_number_that_is_none_is_named(self, client: App, otter: str, number: str) -> None:
        with pytest.raises(Invalid) as refused:
            client.put_version(slug=otter, platform="ios", number=number, new=released())

        assert refused.value.members["errors"][0]["field"] == "number"

    def test_a_platform_that_is_none_is_named(self, client: App, otter: str) -> None:
        with pytest.raises(Invalid) as refused:
            client.get_update(slug=otter, platform="toaster", number="1.0.0")

        assert refused.value.members["errors"][0]["field"] == "platform"

    def test_where_nothing_is_released_there_is_nothing_to_do(self, client: App, otter: str) -> None:
        update = client.get_update(slug=otter, platform="ios", number="1.0.0")

        assert update == Update(must_update=False, may_update=False, latest=None)

    def test_a_game_may_update_to_a_later_version(self, client: App, otter: str) -> None:
        for number in ["1.0.0", "1.10.0", "1.9.0"]:
            client.put_version(slug=otter, platform="ios", number=number, new=released())

        update = client.get_update(slug=otter, platform="ios", number="1.9.0")

        assert (update.must_update, update.may_update) == (False, True)
        assert update.latest is not None
        assert update.latest.number == "1.10.0"

    def test_the_latest_version_need_do_nothing(self, client: App, otter: str) -> None:
        client.put_version(slug=otter, platform="ios", number="1.1.0", new=released(required=True))

        update = client.get_update(slug=otter, platform="ios", number="1.1.0")

        assert (update.must_update, update.may_update) == (False, False)

    def test_a_game_must_update_past_a_required_version(self, client: App, otter: str) -> None:
        client.put_version(slug=otter, platform="ios", number="1.1.0", new=released(required=True))
        client.put_version(slug=otter, platform="ios", number="1.2.0", new=released())

        assert client.get_update(slug=otter, platform="ios", number="1.0.9").must_update
        assert not client.get_update(slug=otter, platform="ios", number="1.1.0").must_update

    def test_a_version_that_is_not_out_yet_obliges_nobody(self, client: App, otter: str) -> None:
        tomorrow = datetime.now(UTC) + timedelta(days=1)
        new = NewVersion(required=True, released_at=tomorrow)
        client.put_version(slug=otter, platform="ios", number="2.0.0", new=new)

        update = client.get_update(slug=otter, platform="ios", number="1.0.0")

        assert update == Update(must_update=False, may_update=False, latest=None)

    def test_platforms_do_not_wait_for_each_other(self, client: App, otter: str) -> None:
        client.put_version(slug=otter, platform="ios", number="2.0.0", new=released(required=True))

        assert not client.get_update(slug=otter, platform="android", number="1.0.0").must_update


class StandInApp:
    """The app service from memory. It knows no files."""

    def __init__(self) -> None:
        self.titles: dict[str, TitleRecord] = {}
        self.versions: dict[tuple[str, str, str], VersionRecord] = {}

    def get_title(self, *, slug: str) -> TitleRecord:
        if slug not in self.titles:
            raise UnknownTitle
        return self.titles[slug]

    def put_title(self, *, slug: str, new: NewTitle) -> TitleRecord:
        self.titles[slug] = TitleRecord(slug=check_title(slug), name=new.name)
        return self.titles[slug]

    def put_version(self, *, slug: str, platform: str, number: str, new: NewVersion) -> VersionRecord:
        self.get_title(slug=slug)
        if new.file_id is not None:
            raise Invalid(errors=[{"field": "file_id", "message": "there is no such file"}])
        record = VersionRecord(
            title=slug,
            platform=check_platform(platform),
            number=check_number(number),
            content=None,
            **new.model_dump(),
        )
        self.versions[slug, platform, number] = record
        return record

    def get_update(self, *, slug: str, platform: str, number: str) -> Update:
        self.get_title(slug=slug)
        check_platform(platform)
        out = [
            version
            for version in self.versions.values()
            if (version.title, version.platform) == (slug, platform) and version.released_at <= datetime.now(UTC)
        ]
        later = [version for version in out if _parts(version.number) > _parts(check_number(number))]
        return Update(
            must_update=any(version.required for version in later),
            may_update=bool(later),
            latest=max(out, key=lambda version: _parts(version.number), default=None),
        )


def _parts(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))
