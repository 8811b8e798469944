from lab.errors import LabError


def test_an_error_is_one_line_for_a_reader_and_no_wall_of_frames():
    error = LabError("the stage is down: start it", detail="last line of a log\n")

    assert error._render_traceback_() == ["LabError: the stage is down: start it", "last line of a log"]


def test_outside_of_a_notebook_the_detail_follows_the_line():
    assert str(LabError("what", detail="more")) == "what\nmore"
    assert str(LabError("what")) == "what"
