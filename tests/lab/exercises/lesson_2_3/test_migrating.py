import pytest

from lab.checks.checking import judge
from lab.checks.registry import find
from lab.exercises.lesson_2_3.asking import TABLE


class AtHome:
    def allow_migrate(self, db, app_label, model_name=None, **hints):
        if app_label in TABLE:
            return db == TABLE[app_label]
        return db == "default"


class OnlyWithAModel:
    def allow_migrate(self, db, app_label, model_name=None, **hints):
        return model_name is None or db == TABLE.get(app_label, "default")


class NoOpinion:
    def allow_migrate(self, db, app_label, **hints):
        return True if db == TABLE.get(app_label, "default") else None


class Silent:
    def db_for_read(self, model, **hints):
        return "default"


def test_it_may_be_said_at_length():
    verdict = judge(find("2.3.2"), AtHome)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("router", "said"),
    [
        (OnlyWithAModel, "so it should be False"),
        (NoOpinion, "Django takes None for a yes"),
        (Silent, "has no allow_migrate"),
    ],
)
def test_it_says_what_is_wrong(router, said):
    verdict = judge(find("2.3.2"), router)

    assert not verdict.passed
    assert said in verdict.text()
