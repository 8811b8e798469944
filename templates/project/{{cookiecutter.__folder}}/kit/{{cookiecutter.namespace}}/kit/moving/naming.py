"""Rows that every database has by ids of its own: kinds of content, and permissions for them. Both have names too."""

from functools import cached_property
from typing import Any

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Field, Model

from {{ cookiecutter.namespace }}.kit.moving.tables import MADE_BY_MIGRATE

Named = type[Model]
Name = tuple[str, ...]


def named_by(column: "Field[Any, Any]") -> Named | None:
    """What the ids in a column stand for: ContentType, Permission, or None for what is no such id."""
    related = column.related_model
    return related if isinstance(related, type) and issubclass(related, MADE_BY_MIGRATE) else None


class Names:
    """The names of one database's content types and permissions, by their ids and the other way round.

    They are read when the first is asked for: a database without users has neither.
    """

    def __init__(self, alias: str) -> None:
        self._alias = alias

    @cached_property
    def _by_id(self) -> dict[Named, dict[Any, Name]]:
        kinds = ContentType.objects.using(self._alias).values_list("pk", "app_label", "model")
        permissions = Permission.objects.using(self._alias).values_list(
            "pk", "content_type__app_label", "content_type__model", "codename"
        )
        return {
            ContentType: {key: tuple(name) for key, *name in kinds},
            Permission: {key: tuple(name) for key, *name in permissions},
        }

    @cached_property
    def _by_name(self) -> dict[Named, dict[Name, Any]]:
        return {named: {name: key for key, name in found.items()} for named, found in self._by_id.items()}

    def name_of(self, named: Named, key: Any) -> Name | None:
        """What the row with this id is called. None is nobody's id."""
        return None if key is None else self._by_id[named][key]

    def id_of(self, named: Named, name: Name | None) -> Any:
        """The id of what is called so. It is made where the database has none, since this stage lacks its app.

        Nothing is lost by the move then: the way back finds it again by its name.
        """
        if name is None:
            return None
        if name not in self._by_name[named]:
            key = self._make_permission(*name) if named is Permission else self._make_kind(*name)
            self._by_id[named][key] = name
            self._by_name[named][name] = key
        return self._by_name[named][name]

    def _make_kind(self, label: str, model: str) -> Any:
        return ContentType.objects.using(self._alias).create(app_label=label, model=model).pk

    def _make_permission(self, label: str, model: str, codename: str) -> Any:
        title = f"Can {codename.replace('_', ' ')}"  # as Django would call it
        kind = self.id_of(ContentType, (label, model))
        permissions = Permission.objects.using(self._alias)
        return permissions.create(content_type_id=kind, codename=codename, name=title).pk
