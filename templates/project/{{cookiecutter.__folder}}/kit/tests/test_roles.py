from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import Group

from {{ cookiecutter.namespace }}.kit import roles

pytestmark = pytest.mark.django_db


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> Any:
    """`declared(auth={...}, sessions={...})`: the roles that these apps declare, instead of the real ones."""

    def put(**apps: dict[str, list[str]]) -> None:
        configs = [SimpleNamespace(label=label, roles=given) for label, given in apps.items()]
        configs.append(SimpleNamespace(label="an app without roles"))
        monkeypatch.setattr(roles.apps, "get_app_configs", lambda: configs)

    return put


def permissions(role: str) -> set[str]:
    return {
        f"{permission.content_type.app_label}.{permission.codename}"
        for permission in Group.objects.get(name=role).permissions.select_related("content_type")
    }


def test_roles_of_one_name_are_one_group_with_the_permissions_of_both(declared: Any) -> None:
    declared(auth={"support": ["view_user"]}, sessions={"support": ["view_session"], "operator": ["view_session"]})

    assert roles.make_roles() == ["operator", "support"]
    assert permissions("support") == {"auth.view_user", "sessions.view_session"}
    assert permissions("operator") == {"sessions.view_session"}


def test_a_role_loses_what_is_declared_no_longer(declared: Any) -> None:
    declared(auth={"support": ["view_user", "change_user"]})
    roles.make_roles()
    declared(auth={"support": ["view_user"]})
    roles.make_roles()

    assert permissions("support") == {"auth.view_user"}


def test_a_permission_that_does_not_exist_is_named_with_its_role(declared: Any) -> None:
    declared(auth={"support": ["veiw_user"]})

    with pytest.raises(LookupError, match=r"role 'support' of app 'auth' .* 'veiw_user'"):
        roles.make_roles()
