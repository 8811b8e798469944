import sys
from types import SimpleNamespace

from clever.runner import Step
from lab.running.progress import announcer, said


def test_a_step_is_said_with_how_far_it_is():
    assert said("monolith", Step("fill: players", "monolith", 2000, 10000)) == (
        "Starting monolith: fill: players 2,000 of 10,000"
    )
    assert said("monolith", Step("waiting for /readyz")) == "Starting monolith: waiting for /readyz"


def test_outside_of_a_notebook_nothing_is_shown(capsys):
    tell, wipe = announcer("monolith")
    tell(Step("migrate"))
    wipe()

    assert capsys.readouterr().out == ""


def test_in_a_notebook_one_line_changes_and_is_wiped_away(monkeypatch):
    shown: list[str] = []
    handle = SimpleNamespace(update=lambda html: shown.append(html.data))
    shell = SimpleNamespace(kernel=object())
    fake = SimpleNamespace(
        HTML=lambda data: SimpleNamespace(data=data), display=lambda html, display_id: shown.append(html.data) or handle
    )
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell, display=fake))
    monkeypatch.setitem(sys.modules, "IPython.display", fake)

    tell, wipe = announcer("monolith")
    wipe()
    assert shown == []
    tell(Step("migrate"))
    tell(Step("fill"))
    wipe()

    assert ["migrate" in shown[0], "fill" in shown[1], shown[2]] == [True, True, ""]


def test_under_a_walk_nothing_is_shown(events, monkeypatch):
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: 1 / 0))

    tell, _ = announcer("monolith")
    tell(Step("migrate"))

    assert events() == []
