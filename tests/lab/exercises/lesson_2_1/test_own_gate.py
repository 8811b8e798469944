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


def with_finally(new, old, check, start, ask, switch):
    """Right, and it lets the error out: nobody is left behind, and the guests have the old one."""
    if not check(new):
        return False
    try:
        rehearsal = start(new)
    except OSError:
        return False
    try:
        fit = not ask(rehearsal)
    finally:
        rehearsal.stop()
    if fit:
        fit = False
        try:
            fit = not ask(switch(new))
        finally:
            if not fit:
                switch(old)
    return fit


def stopped_only_when_all_went_well(new, old, check, start, ask, switch):
    try:
        rehearsal = check(new) and start(new)
        fit = bool(rehearsal) and not ask(rehearsal)
        if rehearsal:
            rehearsal.stop()
    except OSError:
        return False
    if fit and ask(switch(new)):
        switch(old)
        fit = False
    return fit


def sure_of_the_guests_server(new, old, check, start, ask, switch):
    try:
        with start(new) as rehearsal:
            fit = check(new) and not ask(rehearsal)
    except OSError:
        return False
    if fit and ask(switch(new)):
        switch(old)
        fit = False
    return fit


def test_a_gate_may_let_an_error_out_as_long_as_it_leaves_all_in_order():
    verdict = judge(find("2.1.3"), with_finally)

    assert verdict.passed, verdict.text()


def test_a_rehearsal_that_breaks_off_is_not_left_running():
    line = judge(find("2.1.3"), stopped_only_when_all_went_well).line

    assert "breaks off in the rehearsal, while it is asked: the server of its rehearsal is still running" in line


def test_a_release_is_checked_before_it_is_started():
    assert "without having been checked" in judge(find("2.1.3"), sure_of_the_guests_server).line


def test_a_release_that_breaks_off_once_it_is_live_is_taken_back():
    def deploy(new, old, check, start, ask, switch):
        return check(new) and sure_of_the_guests_server(new, old, lambda _: True, start, ask, switch)

    line = judge(find("2.1.3"), deploy).line

    assert "breaks off once it is live, while it is asked: in the end release 2 is live" in line
