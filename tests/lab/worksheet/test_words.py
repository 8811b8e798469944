"""The answer in sentences."""


def test_staying_is_an_answer_and_says_what_the_next_best_would_cost(sheet):
    said = sheet(team=10, on_call=4).headline

    assert said.startswith("Stay with the monolith: split services would do as well, and would take ")
    assert "most of all for the move (40 against 0)" in said


def test_so_is_going_on_and_going_back(sheet, studio):
    assert studio.headline.startswith("Go on to split services: ")
    assert sheet(team=2, now="split").headline.startswith("Go back to the monolith: ")


def test_where_nothing_else_does_what_is_needed_it_says_what_speaks_against_the_nearest(sheet):
    programs = "8 programs want to be understood at night, and 1 on call can mend 6."

    assert sheet(team=2, now="split").headline == (
        f"Go back to the monolith: nothing else does what you need. Against split services: {programs}"
    )
    assert sheet(team=20, weeks=0).headline.endswith(f"and of your 0 a move may last 0; {programs}")


def test_where_something_else_would_do_but_comes_too_late_it_says_so(sheet):
    said = sheet(team=5, on_call=2, weeks=6).headline

    assert said.startswith("Stay with the monolith: nothing else does what you need in the time that you have. Against")
    assert said.endswith("Against split services: getting there takes 10 weeks, and of your 6 a move may last 1.5.")


def test_what_there_is_no_time_for_is_said_with_its_weeks(sheet):
    said = sheet(team=5, on_call=2, weeks=6, peak=400).headline

    assert said.startswith("Stay with the monolith for now, although it bears 208 of your 400 requests a second. ")
    assert "Containers would be better; getting there takes 12 weeks, and of your 6 a move may last 1.5." in said


def test_what_nobody_can_do_is_said_plainly(sheet):
    said = sheet(team=60, on_call=8, peak=50_000).headline

    assert "Nothing in this book does better." in said


def test_each_other_stage_has_its_reason(sheet):
    lines = sheet(team=30, keys=True, apart=True, patience=2, peak=200, on_call=1).because

    assert [line.partition(":")[0] for line in lines] == ["the monolith", "split services", "composition"]
    assert "one program can open all data" in lines[0]
    assert "no part can grow alone" in lines[0]
    assert "a busy part makes the others take 6x as long, and you allow 2x" in lines[0]
    assert "8 programs want to be understood at night, and 1 on call can mend 6" in lines[1]
