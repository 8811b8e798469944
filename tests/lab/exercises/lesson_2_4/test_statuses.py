from lab.checks.checking import judge
from lab.checks.registry import find


def test_a_table_is_an_answer_too():
    table = {
        ("read", True, True): 200,
        ("read", True, False): 403,
        ("read", None, True): 503,
        ("read", None, False): 503,
    }

    assert judge(find("2.4.3"), lambda *case: table.get(case, 401)).passed


def test_a_stranger_is_no_403():
    def status(credentials, known, permitted):
        return 503 if known is None and credentials == "read" else 200 if known and permitted else 403

    assert "a wrong secret" in judge(find("2.4.3"), status).line
