"""For tests: what every client of a contract must do, and stand-ins for services that are not installed.

Each `...Contract` class holds the tests of one contract. A service runs it on its local and its HTTP client, and this
package runs it on its own stand-in, so that the stand-in is no kinder than the real thing.
"""

import pkgutil

import pytest

# So that a test from here says which values differ, as one does that is written where it runs.
pytest.register_assert_rewrite(*(f"{__name__}.{module.name}" for module in pkgutil.iter_modules(__path__)))
