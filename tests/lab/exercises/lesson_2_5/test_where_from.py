import pytest

from lab.checks.checking import judge
from lab.checks.registry import find

RIGHT = """
[[tool.uv.index]]
url = "http://127.0.0.1:3141/cafe/shop/+simple/"
name = "ours"
explicit = true

[tool.uv.sources]
clever-service-coupon = {index = "ours"}
"""


def test_the_index_may_have_any_name():
    assert judge(find("2.5.5"), RIGHT).passed


def test_a_shop_in_place_of_pypi_is_asked_for_everything():
    verdict = judge(find("2.5.5"), RIGHT.replace("explicit = true", "default = true"))

    assert verdict.line == "For django, uv asks the shop; wanted is PyPI alone."


def test_without_a_source_our_own_name_is_asked_for_at_pypi():
    verdict = judge(find("2.5.5"), RIGHT.split("[tool.uv.sources]")[0])

    assert verdict.line == "For clever-service-coupon, uv asks PyPI; wanted is the shop alone."


def test_a_name_that_no_index_has_is_said():
    assert "no index is called that" in judge(find("2.5.5"), RIGHT.replace('"ours"}', '"shop"}')).line


PYPI = '[[tool.uv.index]]\nname = "pypi"\nurl = "https://pypi.test/simple"\n'


@pytest.mark.parametrize(
    "tables",
    [
        RIGHT.replace("+simple/", "+simple"),
        RIGHT.replace("clever-service-coupon", "Clever_Service_Coupon"),
        RIGHT.replace("{index", "[{index").replace('"ours"}', '"ours"}]'),
        RIGHT + PYPI,
        RIGHT + PYPI + "default = true\n",
        '[project]\nname = "backoffice"\n' + RIGHT + "[tool.ruff]\nline-length = 120\n",
    ],
)
def test_what_means_the_same_passes(tables):
    assert judge(find("2.5.5"), tables).line.startswith("Right")


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        (RIGHT.replace("explicit = true", 'explicit = "true"'), "uv wants true or false there"),
        (RIGHT.replace('"ours"}', """"ours", marker = "sys_platform == 'linux'"}"""), "comes from anywhere"),
        ('[tool.uv]\nextra-index-url = ["http://127.0.0.1:3141/cafe/shop/+simple/"]\n' + RIGHT, "for every package"),
        (RIGHT.replace("[[tool.uv.index]]", "[tool.uv.index]"), "with two brackets"),
        (RIGHT.replace("[tool.uv.sources]", "[uv.sources]"), "For clever-service-coupon, uv asks PyPI"),
        (RIGHT.replace("explicit = true", ""), "For django, uv asks the shop, then PyPI"),
        ("tool = 1", "There is no [[tool.uv.index]]"),
    ],
)
def test_what_means_something_else_is_told_what(tables, said):
    verdict = judge(find("2.5.5"), tables)

    assert not verdict.passed
    assert said in verdict.line
