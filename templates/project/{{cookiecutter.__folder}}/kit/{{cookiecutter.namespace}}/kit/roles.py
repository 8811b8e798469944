"""Roles: groups of staff and what each may do. An app says its own in its AppConfig.

roles = {"notice editor": ["add_notice", "change_notice", "view_notice"]}
"""

from django.apps import apps
from django.contrib.auth.models import Group, Permission


def make_roles() -> list[str]:
    """Make the groups that installed apps declare, with exactly the permissions they declare. Safe to repeat.

    Raises LookupError where an app names a permission that does not exist.
    """
    wanted: dict[str, list[tuple[str, str]]] = {}
    for config in apps.get_app_configs():
        for role, codenames in getattr(config, "roles", {}).items():
            wanted.setdefault(role, []).extend((config.label, codename) for codename in codenames)
    for role, names in wanted.items():
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.set([_permission(role, label, codename) for label, codename in names])
    return sorted(wanted)


def _permission(role: str, label: str, codename: str) -> Permission:
    found = Permission.objects.filter(content_type__app_label=label, codename=codename).first()
    if found is None:
        raise LookupError(f"role {role!r} of app {label!r} names a permission that does not exist: {codename!r}")
    return found
