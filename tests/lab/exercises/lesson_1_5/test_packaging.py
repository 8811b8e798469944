import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def kiosk_toml(python: str = ">=3.12", needs: str = '"cups<2", "tills>=1.4"') -> str:
    return (
        f'[project]\nname = "kiosk"\nversion = "2.1"\nrequires-python = "{python}"\ndependencies = [{needs}]\n'
        '[project.scripts]\nopen-kiosk = "kiosk.door:main"\n'
        '[build-system]\nrequires = ["uv_build>=0.9,<1"]\nbuild-backend = "uv_build"\n'
    )


def test_the_same_needs_in_other_letters_are_right():
    assert judge(find("1.5.1"), kiosk_toml(python=">= 3.12", needs='"Cups <2.0", "tills (>=1.4)"')).passed


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"python": "3.12+"}, "requires-python should be"),
        ({"needs": '''"cups<2; sys_platform == 'win32'", "tills>=1.4"'''}, "with no condition"),
    ],
)
def test_what_is_wrong_with_a_project_is_said(wrong, said):
    verdict = judge(find("1.5.1"), kiosk_toml(**wrong))

    assert not verdict.passed
    assert said in verdict.line
