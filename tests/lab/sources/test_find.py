from pathlib import Path

import pytest

from lab.errors import LabError
from lab.sources.find import find


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A reference app with one service and one stage."""
    files = {
        "services/coupon/clever/service/coupon/actions.py": "def redeem(code): ...\n\ndef reserve(code): ...\n",
        "services/coupon/clever/service/coupon/api.py": "def redeem(request): ...\n",
        "services/coupon/clever/service/coupon/tests/test_api.py": "def only_a_test(): ...\n",
        "services/coupon/clever/service/coupon/templates/coupon/page.html": "<h1>x</h1>\n",
        "stages/monolith/stage.toml": 'name = "monolith"\n',
        "stages/monolith/monolith/settings.py": "DEBUG = False\nDATABASES = {}\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_an_action_is_found_before_the_operation_that_calls_it(app):
    found, others = find("coupon", "redeem", app)

    assert found.path.name == "actions.py"
    assert [one.path.name for one in others] == ["api.py"]


def test_a_module_can_be_named(app):
    assert find("coupon.api", "redeem", app)[0].path.name == "api.py"
    assert find("coupon.api", None, app)[0].code == "def redeem(request): ..."


@pytest.mark.parametrize("name", ["settings", "settings.py", "monolith/settings.py"])
def test_a_whole_file_is_found_by_its_name(app, name):
    assert find("monolith", name, app)[0].code == "DEBUG = False\nDATABASES = {}"


def test_files_that_are_not_python_are_found_too(app):
    assert find("monolith", "stage.toml", app)[0].code == 'name = "monolith"'
    assert find("coupon", "page.html", app)[0].code == "<h1>x</h1>"


def test_a_setting_is_found(app):
    assert find("monolith", "DATABASES", app)[0].code == "DATABASES = {}"


@pytest.mark.parametrize(
    ("target", "name", "said"),
    [
        ("coupon", "redem", "coupon has no 'redem': did you mean redeem"),
        ("coupom", "redeem", "no part 'coupom': did you mean coupon"),
        ("coupon.action", "redeem", "coupon.action has no 'action': did you mean actions"),
        ("coupon", "only_a_test", "coupon has no 'only_a_test'"),
        ("coupon", None, r'show what of coupon\? For instance lab.show\("coupon", "redeem"\)'),
    ],
)
def test_what_is_not_there_raises_a_lookup_error_that_names_what_is(app, target, name, said):
    with pytest.raises(LookupError, match=said) as error:
        find(target, name, app)

    assert isinstance(error.value, LabError)


def test_renaming_a_shown_function_is_noticed(app):
    actions = app / "services/coupon/clever/service/coupon/actions.py"
    assert find("coupon.actions", "redeem", app)

    actions.write_text(actions.read_text(encoding="utf-8").replace("redeem", "cash_in"), encoding="utf-8")

    with pytest.raises(LookupError):
        find("coupon.actions", "redeem", app)
