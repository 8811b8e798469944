from lab.checks.checking import judge
from lab.checks.registry import find


class Replicas:
    """As the lesson's, but without an opinion where Django's is the same."""

    def db_for_read(self, model, **hints):
        return "default" if model._meta.app_label == "sessions" else "replica"

    def db_for_write(self, model, **hints):
        return "default"

    def allow_relation(self, one, other, **hints):
        return True

    def allow_migrate(self, db, app_label, model_name=None, **hints):
        return False if db == "replica" else None


class MigratesSessionsTwice(Replicas):
    def allow_migrate(self, db, app_label, model_name=None, **hints):
        return db == "default" or app_label == "sessions"


def test_a_router_need_not_say_what_django_does_anyway():
    assert judge(find("1.4.4"), Replicas).passed


def test_no_app_is_migrated_on_the_replica():
    assert not judge(find("1.4.4"), MigratesSessionsTwice).passed
