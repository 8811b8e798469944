from pathlib import Path

import pytest

from lab.sources.definitions import definitions

CODE = '''\
"""A module."""

LIMIT = 3
COUNT: int = 4


# Why it is so.
@decorated
def redeem(code):
    return code


class Campaign:
    """One."""

    # Why this one too.
    @property
    def code(self):
        return 1

    async def later(self): ...
'''


@pytest.fixture
def module(tmp_path: Path) -> Path:
    file = tmp_path / "actions.py"
    file.write_text(CODE, encoding="utf-8")
    return file


def test_functions_classes_methods_and_names_are_found(module):
    assert [one.name for one in definitions(module)] == [
        "LIMIT", "COUNT", "redeem", "Campaign", "Campaign.code", "Campaign.later",
    ]  # fmt: skip


def test_a_function_comes_with_its_decorators_and_the_comment_above_it(module):
    found = {one.name: one.code for one in definitions(module)}

    assert found["redeem"] == "# Why it is so.\n@decorated\ndef redeem(code):\n    return code"


def test_a_method_is_not_indented(module):
    found = {one.name: one.code for one in definitions(module)}

    assert found["Campaign.code"] == "# Why this one too.\n@property\ndef code(self):\n    return 1"
