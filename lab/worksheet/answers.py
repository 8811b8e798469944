"""What the sheet asks about you. Whatever you do not say has a default that suits a small, quiet team."""

from lab.worksheet.inputs import Input

ANSWERS = (
    Input("team", "people who build and run it", 4, 1, 500, kind="whole"),
    Input("teams", "groups among them that change it without asking each other", 1, 1, 50, kind="whole"),
    Input("on_call", "people who can be woken at night", 1, 0, 100, kind="whole"),
    Input("weeks", "weeks until the deadline, or until the money is gone", 52, 0, 520, kind="whole"),
    Input("peak", "requests a second at the busiest time", 10, 0.1, 50_000),
    Input("parts", "parts into which one would cut it", 6, 2, 40, kind="whole"),
    Input("releases", "releases a month that each group wants", 4, 0, 500),
    Input("outages", "times a month that a program dies or hangs", 0.5, 0, 60),
    Input("outage", "hours of work that it costs when everything is away once", 16, 0, 5_000),
    Input("part", "hours of work that it costs when one part is away once", 4, 0, 5_000),
    Input("patience", "times as long that a part may take while another one is busy", 100, 1, 1_000, unit="x"),
    Input("events", "new things a month that are made of several parts", 0, 0, 100),
    Input("keys", "must nobody be able to open another part's data?", 0, 0, 1, kind="yes or no"),
    Input("apart", "must one part be able to grow alone?", 0, 0, 1, kind="yes or no"),
    Input(
        "containers",
        "are there containers in the house anyway, and somebody who looks after them?",
        0,
        0,
        1,
        kind="yes or no",
    ),
)
