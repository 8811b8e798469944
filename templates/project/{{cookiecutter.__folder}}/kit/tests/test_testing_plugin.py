import pytest
from django.conf import settings

from {{ cookiecutter.namespace }}.kit.testing import plugin


@pytest.mark.parametrize(("engine", "skipped"), [("sqlite3", True), ("postgresql", False)])
def test_what_is_for_postgresql_alone_is_skipped_elsewhere(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, engine: str, skipped: bool
) -> None:
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", f"django.db.backends.{engine}")
    request.node.add_marker(pytest.mark.postgresql)

    try:
        plugin.pytest_runtest_setup(request.node)
        was_skipped = False
    except pytest.skip.Exception:
        was_skipped = True

    assert was_skipped is skipped
