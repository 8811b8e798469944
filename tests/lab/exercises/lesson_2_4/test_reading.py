import base64
import re

from lab.checks.checking import judge
from lab.checks.registry import find


def test_a_regular_expression_is_an_answer_too():
    def read_basic(authorization):
        found = re.fullmatch(r"basic(?: (.*))?", authorization, re.IGNORECASE)
        if not found:
            return None
        try:
            pair = base64.b64decode(found[1] or "", validate=True).decode()
        except ValueError:
            return "malformed"
        parts = re.fullmatch(r"([^:]+):(.*)", pair, re.DOTALL)
        return [parts[1], parts[2]] if parts else "malformed"

    assert judge(find("2.4.1"), read_basic).passed


def test_whoever_raises_is_told_with_which_header():
    def read_basic(authorization):
        return tuple(base64.b64decode(authorization.split(" ")[1]).decode().split(":"))

    line = judge(find("2.4.1"), read_basic).line

    assert "With no header ('') it raised IndexError" in line


def test_a_scheme_that_only_begins_like_basic_is_another_one():
    def read_basic(authorization):
        if not authorization.lower().startswith("basic"):
            return None
        try:
            pair = base64.b64decode(authorization.partition(" ")[2], validate=True).decode()
        except ValueError:
            return "malformed"
        name, colon, secret = pair.partition(":")
        return (name, secret) if name and colon else "malformed"

    assert "only begins like Basic" in judge(find("2.4.1"), read_basic).line
