from lab.sinks import Event

CAUSE = {"type": "KeyError", "value": "'price'"}
RAISED = {
    "type": "ZeroDivisionError",
    "value": "division by zero",
    "stacktrace": {
        "frames": [
            {"filename": "django/core/handlers/base.py", "lineno": 197, "function": "_get_response", "in_app": False},
            {
                "filename": "cafe/views.py",
                "lineno": 12,
                "function": "bill",
                "in_app": True,
                "context_line": "    return total / <guests>",
                "vars": {"guests": "0", "password": "[Filtered]"},
            },
        ]
    },
}


def test_an_event_tells_of_the_exception_that_was_raised_last():
    event = Event({"exception": {"values": [CAUSE, RAISED]}, "release": "cafe@1", "tags": {"request_id": "abc"}})

    assert event.error == "ZeroDivisionError: division by zero"
    assert event.place == "cafe/views.py:12 in bill"
    assert event.variables == {"guests": "0", "password": "[Filtered]"}
    assert (event.release, event.tags) == ("cafe@1", {"request_id": "abc"})


def test_an_event_shows_our_own_code_and_escapes_it():
    shown = Event({"exception": {"values": [RAISED]}}).html()

    assert "return total / &lt;guests&gt;" in shown
    assert "core/handlers" not in shown


def test_a_message_without_an_exception_is_an_event_too():
    for event in (Event({"message": "hello"}), Event({"logentry": {"message": "hello"}})):
        assert event.error == "hello"
        assert (event.place, event.frames, event.variables) == ("", [], {})
        assert "hello" in event.text()


def test_an_event_knows_whether_it_holds_a_text_anywhere():
    event = Event({"exception": {"values": [RAISED]}, "request": {"data": {"card": "4111 메뉴"}}})

    assert event.holds("4111 메뉴")
    assert not event.holds("hunter2")


def test_an_empty_event_can_be_shown():
    assert "error" in Event({}).text()
    assert "<table" in Event({}).html()
