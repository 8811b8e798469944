import pytest

from lab.needs import split


@pytest.mark.parametrize(
    ("source", "engines", "rest"),
    [
        ("%%needs nginx\nx = 1\ny = 2\n", ["nginx"], "x = 1\ny = 2\n"),
        ("%%needs  nginx   redis \nx = 1", ["nginx", "redis"], "x = 1"),
        ("%%needs", [], ""),
        ("%%needs\nx = 1", [], "x = 1"),
        ("x = 1\n%%needs nginx", None, "x = 1\n%%needs nginx"),
        ("%%needs-more nginx\nx = 1", None, "%%needs-more nginx\nx = 1"),
        ("%%needsnginx\nx = 1", None, "%%needsnginx\nx = 1"),
        ("", None, ""),
    ],
)
def test_only_the_first_line_names_engines(source: str, engines: list[str] | None, rest: str):
    assert split(source) == (engines, rest)
