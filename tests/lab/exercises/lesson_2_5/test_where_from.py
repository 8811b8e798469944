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
