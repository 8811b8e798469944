import pytest

from {{ cookiecutter.namespace }}.contracts.link import check_target


@pytest.mark.parametrize(
    "target",
    [
        "https://example.com",
        "http://example.com:8080/a?b=c#d",
        "https://예제.한국/여름?달=유월",
        "http://localhost/board/",
        "http://127.0.0.1:8000/board/",
        "/board/",
        "/",
        "/search?q=//",
    ],
)
def test_a_browser_may_be_sent_there(target: str) -> None:
    assert check_target(target) == target


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript://example.com/%0Aalert(1)",
        "data:text/html,hello",
        "ftp://example.com/",
        "//example.com/",
        "///example.com/",
        "/\\example.com/",
        "\\\\example.com/",
        "/\t/example.com/",
        "https://example.com/\r\nSet-Cookie: a=b",
        "https://example.com/a b",
        "https://",
        "https:///board/",
        "http://[::1",
        "board/",
        "example.com",
        "/a\0b",
        "/a\u202eb",
        "/" + "여" * 300,
    ],
)
def test_a_browser_may_not_be_sent_there(target: str) -> None:
    with pytest.raises(ValueError, match=r"^must "):
        check_target(target)
