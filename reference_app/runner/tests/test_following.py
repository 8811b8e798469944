"""Logs that are followed, from the moment on at which that was said."""

from clever.runner.following import follow
from clever.runner.stagefile import load_stage


def test_what_is_logged_since_it_was_said_is_shown_and_nothing_from_before(root, folder):
    folder.make()
    log = folder.logs / "web.log"
    log.write_text("from before\n")
    shown: list[str] = []

    def say_so() -> None:
        with log.open("a") as stream:
            stream.write("a request\n")

    follow(load_stage("tiny", root), folder, shown.append, ready=say_so)

    assert shown == ["web         | a request"]
