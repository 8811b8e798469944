from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import OperationalError, connections

from {{ cookiecutter.namespace }}.kit.moving import checksums, copying
from {{ cookiecutter.namespace }}.kit.moving.errors import CannotMove
from {{ cookiecutter.namespace }}.kit.moving.moving import look, move
from {{ cookiecutter.namespace }}.kit.moving.plan import Plan, Side

OLD, NEW = "old:users", "new:users"
LONG_AGO = datetime(2014, 8, 30, 9, 0, 0, 123456, tzinfo=UTC)
Told = tuple[list[str], Callable[[str, int, int], None]]


@pytest.fixture
def lived_in(plan: Plan) -> Plan:
    """In the old house there are two editors, one of whom may do more, and a history."""
    editors = Group.objects.using(OLD).create(name="editors")
    editors.permissions.set(permissions("add_user", "change_user"))
    for name in ("jihun", "sora"):
        user = User.objects.db_manager(OLD).create(username=name, password="not a digest", last_login=LONG_AGO)
        user.groups.add(editors)
    user.user_permissions.set(permissions("delete_user"))
    LogEntry.objects.using(OLD).create(
        user=user, content_type=kind("user"), object_id="1", object_repr="jihun", action_flag=ADDITION
    )
    return plan


def permissions(*codenames: str) -> list[Permission]:
    return list(Permission.objects.using(OLD).filter(codename__in=codenames, content_type__app_label="auth"))


def kind(model: str) -> ContentType:
    return ContentType.objects.using(OLD).get(app_label="auth", model=model)


def backwards(plan: Plan) -> Plan:
    return Plan(source=plan.target, target=plan.source)


def empty(side: str) -> bool:
    return not any(model.objects.using(side).exists() for model in (User, Group, LogEntry))


def raw(alias: str, table: str) -> list[Any]:
    """The rows as the database has them, without Django between."""
    with connections[alias].cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY id")
        return cursor.fetchall()


def test_every_row_arrives_as_it_was(lived_in: Plan, told: Told) -> None:
    said, tell = told

    moved = move(lived_in, tell)

    for table in ("auth_user", "auth_group", "auth_user_groups", "django_admin_log", "auth_group_permissions"):
        assert raw(NEW, table) == raw(OLD, table) != []
    assert moved.tables[User].rows == 2
    assert "copy auth_user 2/2" in said


def test_permissions_are_found_by_their_names_where_their_ids_are_others(lived_in: Plan, told: Told) -> None:
    shift_ids(NEW)

    move(lived_in, told[1])

    sora = User.objects.using(NEW).get(username="sora")
    assert sora.get_user_permissions() == {"auth.delete_user"}
    by_role = Permission.objects.using(NEW).filter(group__user=sora)
    assert {permission.codename for permission in by_role} == {"add_user", "change_user"}
    [entry] = LogEntry.objects.using(NEW)
    assert entry.content_type.model == "user"
    assert raw(NEW, "auth_group_permissions") != raw(OLD, "auth_group_permissions")


def shift_ids(alias: str) -> None:
    """Give each content type and each permission another id."""
    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys=OFF")
        cursor.execute("UPDATE auth_permission SET id = id + 1000, content_type_id = content_type_id + 500")
        cursor.execute("UPDATE django_content_type SET id = id + 500")
        cursor.execute("PRAGMA foreign_keys=ON")


def test_what_belongs_to_an_app_that_the_new_house_lacks_survives_the_way_there_and_back(
    lived_in: Plan, told: Told
) -> None:
    coffee = ContentType.objects.using(OLD).create(app_label="kitchen", model="coffee")
    brew = Permission.objects.using(OLD).create(content_type=coffee, codename="brew_coffee", name="Can brew coffee")
    User.objects.using(OLD).get(username="jihun").user_permissions.set([brew])
    before = raw(OLD, "auth_user_user_permissions")

    move(lived_in, told[1])
    assert User.objects.using(NEW).get(username="jihun").get_user_permissions() == {"kitchen.brew_coffee"}

    for model in (LogEntry, User, Group):
        model.objects.using(OLD).all().delete()
    move(backwards(lived_in), told[1])
    assert raw(OLD, "auth_user_user_permissions") == before


def test_numbers_go_on_where_they_were_though_the_last_row_is_gone(lived_in: Plan, told: Told) -> None:
    User.objects.using(OLD).get(username="sora").delete()

    move(lived_in, told[1])

    assert [User.objects.db_manager(alias).create(username="mina").pk for alias in (OLD, NEW)] == [3, 3]


def test_sessions_stay_behind(lived_in: Plan, told: Told) -> None:
    Session.objects.using(OLD).create(session_key="a", expire_date=LONG_AGO)

    assert Session not in move(lived_in, told[1]).tables
    assert not Session.objects.using(NEW).exists()


def test_a_house_that_somebody_lives_in_is_refused_and_stays_as_it_is(lived_in: Plan, told: Told) -> None:
    Group.objects.using(NEW).create(name="guests")

    with pytest.raises(
        CannotMove, match="new has rows of its own already: auth_group in its database users is not as in old; if they"
    ):
        move(lived_in, told[1])

    assert [group.name for group in Group.objects.using(NEW)] == ["guests"]
    assert not User.objects.using(NEW).exists()


def test_a_move_is_repeated_without_harm(lived_in: Plan, told: Told) -> None:
    said, tell = told
    first = move(lived_in, tell)
    before, said[:] = raw(NEW, "auth_user"), []

    assert move(lived_in, tell) == first
    assert raw(NEW, "auth_user") == before
    assert said == []


def test_who_has_moved_in_and_lived_there_is_not_moved_in_again(lived_in: Plan, told: Told) -> None:
    move(lived_in, told[1])
    User.objects.using(NEW).update(last_name="Kim")

    with pytest.raises(CannotMove, match="new has rows of its own already: auth_user in its"):
        look(lived_in)


def test_a_number_given_meanwhile_counts_as_having_lived_there(lived_in: Plan, told: Told) -> None:
    move(lived_in, told[1])
    User.objects.db_manager(NEW).create(username="mina").delete()

    with pytest.raises(CannotMove, match="auth_user"):
        look(lived_in)


def test_a_move_that_is_cut_off_leaves_an_empty_house_and_can_be_made_again(
    lived_in: Plan, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = count(1)
    insert = copying._insert

    def fails_at_the_third(*arguments: Any) -> None:
        if next(asked) == 3:
            raise KeyboardInterrupt
        insert(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(copying, "_insert", fails_at_the_third)
        with pytest.raises(KeyboardInterrupt):
            move(lived_in, told[1])
    assert empty(NEW)

    assert move(lived_in, told[1]).tables[User].rows == 2


def test_a_copy_that_says_something_else_is_taken_back(
    lived_in: Plan, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    insert = copying._insert

    def careless(table: Any, some: list[Any], *more: Any) -> None:
        for row in some:
            if isinstance(row, User):
                row.last_login = None
        insert(table, some, *more)

    monkeypatch.setattr(copying, "_insert", careless)

    with pytest.raises(CannotMove, match="auth_user: new:users does not say what was copied into it"):
        move(lived_in, told[1])
    assert empty(NEW)


def test_a_row_that_is_refused_is_told_by_its_table_and_nothing_stays(
    lived_in: Plan, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*arguments: Any) -> None:
        raise OperationalError("value too long\nDETAIL: jihun's password")

    monkeypatch.setattr(copying, "_insert", refuses)

    with pytest.raises(CannotMove, match=r"^django_admin_log: new:users refuses a row: value too long$"):
        move(lived_in, told[1])
    assert empty(NEW)


def test_a_row_that_leads_nowhere_is_not_taken_over(lived_in: Plan, told: Told) -> None:
    with connections[OLD].cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys=OFF")
        cursor.execute("DELETE FROM auth_group")
        cursor.execute("PRAGMA foreign_keys=ON")

    with pytest.raises(CannotMove, match=r"new:users takes back what was copied: .*auth_user_groups"):
        move(lived_in, told[1])
    assert empty(NEW)


def test_more_rows_than_are_held_at_once_arrive_as_well(
    lived_in: Plan, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, tell = told
    for module in (checksums, copying):
        monkeypatch.setattr(module, "AT_ONCE", 2)
    User.objects.using(OLD).bulk_create(User(username=f"player {number}") for number in range(5))

    moved = move(lived_in, tell)

    assert moved.tables[User].rows == 7 == User.objects.using(NEW).count()
    assert [line for line in said if "auth_user " in line] == [f"copy auth_user {done}/7" for done in (2, 4, 6, 7)]


def test_an_empty_house_has_nothing_to_move(plan: Plan, told: Told) -> None:
    with pytest.raises(CannotMove, match="old has no rows, so there is nothing to move; see: inv up old"):
        move(plan, told[1])


def test_tables_of_yesterday_are_refused(lived_in: Plan, told: Told) -> None:
    with connections[NEW].cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'auth' AND name LIKE '0012%'")

    with pytest.raises(CannotMove, match="new's database users lacks migrations of auth that the code has; start it"):
        move(lived_in, told[1])


def test_a_database_that_is_not_there_is_not_made_by_looking(lived_in: Plan, told: Told, tmp_path: Any) -> None:
    nowhere = Side(name="gone", databases={"users": f"sqlite:///{tmp_path / 'gone.sqlite3'}"}, homes={}, users="users")

    with pytest.raises(CannotMove, match=r"gone has no database users at .*gone.sqlite3; see: inv up gone"):
        move(Plan(source=nowhere, target=lived_in.target), told[1])
    assert not (tmp_path / "gone.sqlite3").exists()
