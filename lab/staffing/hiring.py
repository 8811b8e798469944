"""People for as long as a lesson needs them: made, and let go, on the admin's own pages."""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from lab.errors import LabError
from lab.running.stages import Stage
from lab.staffing.person import Person

USERS = "/admin/auth/user/"
MADE = re.compile(rf"{USERS}(\d+)/change/$")


@contextmanager
def staff(stage: Stage, role: str = "") -> Iterator[Person]:
    """Somebody of that role at the admin, until the block ends: `with lab.staff(split, "support") as mina: ...`

    Without a role it is the superuser, who may do everything. Raises LabError for a role that the stage does not have.
    """
    with Person(stage, *stage.staff, role="superuser") as owner:
        if not role:
            yield owner
            return
        name, password = f"{role.replace(' ', '-')}-{secrets.token_hex(4)}", secrets.token_urlsafe(24)
        desk = _hire(owner, name, password)
        try:
            _give_role(owner, desk, name, role)
            with Person(stage, name, password, role=role) as person:
                yield person
        finally:
            owner.send(f"{desk}delete/", {"post": "yes"})


def _hire(owner: Person, name: str, password: str) -> str:
    """A new user, who may do nothing yet. Returns where its pages are."""
    form = {"username": name, "usable_password": "true", "password1": password, "password2": password}
    answer = owner.send(f"{USERS}add/", form)
    made = MADE.search(answer.url.path)
    if not made:
        raise LabError(f"the admin did not make a user: it answered {answer.status_code} at {answer.url.path}")
    return f"{USERS}{made[1]}/"


def _give_role(owner: Person, desk: str, name: str, role: str) -> None:
    form = f"{desk}change/"
    page = owner.get(form).text
    roles = owner.choices(page.partition('name="groups"')[2].partition("</select>")[0])
    if role not in roles:
        raise LabError(f"there is no role {role!r}: there is {', '.join(sorted(roles)) or 'none'}")
    since = {half: _value(page, half) for half in ("date_joined_0", "date_joined_1")}
    owner.send(form, {"username": name, "is_active": "on", "is_staff": "on", "groups": roles[role], **since})


def _value(page: str, field: str) -> str:
    """What a field of a form holds already."""
    tag = re.search(rf'<input[^>]*name="{field}"[^>]*>', page)
    value = re.search(r'value="([^"]*)"', tag[0]) if tag else None
    return value[1] if value else ""
