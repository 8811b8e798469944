import json
from pathlib import Path

import pytest

import lab
from lab.permitting import questions

MARK = {"request_id": "first", "route": "api/permitter/permits", "status": 401}
END = {**MARK, "request_id": "last"}


def line(route: str = "api/permitter/permits", status: int = 200) -> dict[str, object]:
    return {"request_id": "some", "route": route, "status": status}


def test_questions_of_both_modes_between_the_marks_are_counted():
    before, after = [line()], [line(), line()]
    inside = [line(), line("api/permitter/decisions"), line()]

    assert questions.between([*before, MARK, *inside, END, *after], "first", "last") == 3


def test_what_was_refused_or_is_no_question_is_not_counted():
    inside = [line(status=401), line("healthz"), line(status=404)]

    assert questions.between([MARK, *inside, END], "first", "last") == 0


def test_a_log_that_was_cut_off_meanwhile_is_no_count():
    with pytest.raises(lab.LabError, match="run the cell again"):
        questions.between([line(), END], "first", "last")


def test_the_marks_are_waited_for_and_what_lies_between_them_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("STAGES_STATE", str(tmp_path))
    log = tmp_path / "split" / "logs" / "permitter.log"
    log.parent.mkdir(parents=True)
    log.write_text("[INFO] Starting gunicorn\n" + json.dumps(line()) + "\n", encoding="utf-8")

    def write(**fields: object) -> None:
        with log.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(fields) + "\n")

    class Stage(lab.Stage):
        def request(self, method, path, **options):
            write(request_id=options["headers"]["X-Request-Id"], route=path.strip("/"), status=401)

    found = questions.count_questions(Stage("split", "http://127.0.0.1:1", {}), lambda: write(**line()))

    assert found == 1
