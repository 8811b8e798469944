from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from {{ cookiecutter.namespace }}.contracts.notice import UnknownNotice
from {{ cookiecutter.namespace }}.contracts.testing.notice import new_notice
from {{ cookiecutter.namespace }}.kit.problems import KeyReused
from {{ cookiecutter.namespace }}.service.notice import actions
from {{ cookiecutter.namespace }}.service.notice.models import Notice, State

pytestmark = pytest.mark.django_db


def test_a_notice_that_staff_have_changed_since_is_answered_as_it_was_sent() -> None:
    notice_id, new = uuid4(), new_notice()
    first = actions.create_notice(notice_id=notice_id, new=new)
    Notice.objects.filter(pk=notice_id).update(pinned=True)

    assert actions.create_notice(notice_id=notice_id, new=new) == first
    assert Notice.objects.get(pk=notice_id).pinned


def test_the_id_of_a_notice_that_staff_wrote_is_taken(write: Any) -> None:
    with pytest.raises(KeyReused):
        actions.create_notice(notice_id=write().id, new=new_notice())


def test_publishing_now_shows_a_scheduled_notice(write: Any) -> None:
    notice = write(ago=timedelta(days=-1), publish_until=timezone.now() + timedelta(days=2))

    actions.publish_now(notice_id=notice.id)

    published = Notice.objects.get(pk=notice.id)
    assert published.state == State.LIVE
    assert published.publish_until == notice.publish_until


def test_publishing_now_shows_a_notice_again_that_was_over_or_withdrawn(write: Any) -> None:
    over = write(ago=timedelta(days=2), publish_until=timezone.now() - timedelta(days=1))
    withdrawn = write(withdrawn_at=timezone.now())

    for notice in (over, withdrawn):
        actions.publish_now(notice_id=notice.id)

    assert {notice.state for notice in Notice.objects.all()} == {State.LIVE}
    assert Notice.objects.get(pk=over.id).publish_until is None


def test_publishing_what_is_live_leaves_it_in_its_place(write: Any) -> None:
    notice = write()

    actions.publish_now(notice_id=notice.id)

    assert Notice.objects.get(pk=notice.id).publish_from == notice.publish_from


def test_publishing_an_unknown_notice_is_refused() -> None:
    with pytest.raises(UnknownNotice):
        actions.publish_now(notice_id=uuid4())
