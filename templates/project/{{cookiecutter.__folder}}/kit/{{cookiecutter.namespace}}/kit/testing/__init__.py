"""What tests of services share."""

import pytest

# So that a test from here says which values differ, as one does that is written where it runs.
pytest.register_assert_rewrite("{{ cookiecutter.namespace }}.kit.testing.korean")
