from lab.checks.checking import judge
from lab.checks.registry import find


def test_a_gate_that_lets_nobody_through_is_no_gate():
    assert "in the end release 1 is live" in judge(find("2.1.3"), lambda *_: False).line


def test_a_gate_that_asks_a_stopped_server_is_told_so():
    def deploy(new, old, check, start, ask, switch):
        if not check(new):
            return False
        rehearsal = start(new)
        rehearsal.stop()
        return not ask(rehearsal)

    assert "after you had stopped it" in judge(find("2.1.3"), deploy).line
