import re

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


@pytest.mark.parametrize(
    ("pattern", "passed"),
    [
        (r"^/static/.+\.[0-9a-f]{12}\.[^/.]+$", True),
        (r"^/static/.+\.[0-9a-f]{12}\..+", False),  # a folder's name will do
        (r"^/static/.+\.\w{12}\.\w+$", False),  # any twelve letters will do
        (r"/static/.+\.[0-9a-f]{12}\.\w+$", False),  # anything may stand before
    ],
)
def test_a_pattern_has_to_mean_the_whole_path(pattern, passed):
    def cache_control(path):
        return "public, max-age=31536000, immutable" if re.search(pattern, path) else "no-cache"

    assert judge(find("1.3.4"), cache_control).passed is passed
