"""What nobody can measure in a notebook. Each of these is our guess: change it, `lab.worksheet(upkeep=2)`."""

from lab.worksheet.inputs import Input

OURS = "our guess; change it"

GUESSES = (
    Input("upkeep", "hours a month that a project wants: updates, logs, backups, alarms", 4, 0, 200, source=OURS),
    Input("platform", "hours a month for base images, a registry and what runs them", 16, 0, 500, source=OURS),
    Input("watch", "hours that somebody watches a release go live", 0.5, 0, 40, source=OURS),
    Input("wait", "hours that each person loses when the release is stuck", 4, 0, 80, source=OURS),
    Input("crossing", "of the changes need two parts at once", 10, 0, 100, unit="%", source=OURS),
    Input(
        "compose", "hours for something new, where all parts are at hand", 4, 0, 500, source="an afternoon: lesson 4.2"
    ),
    Input("touched", "parts that something new is made of", 4, 1, 40, kind="whole", source="the event of lesson 4.2"),
    Input("memory_price", "hours of work that the memory of the monolith costs a month", 1, 0, 100, source=OURS),
    Input("by_hand", "machines to which one ships without a registry", 4, 1, 100, kind="whole", source=OURS),
    Input(
        "cluster",
        "machines that share one database",
        37,
        1,
        1_000,
        kind="whole",
        source="297 connections, 8 workers a machine: lesson 3.5",
    ),
    Input("knows", "programs that one person can mend at three in the morning", 6, 1, 100, kind="whole", source=OURS),
    Input(
        "brought",
        "programs that containers bring along: a registry, what runs them",
        2,
        0,
        20,
        kind="whole",
        source=OURS,
    ),
    Input("cut", "weeks of one person to cut off a part", 4, 0, 100, source=OURS),
    Input("join", "weeks of one person to put a part back", 1, 0, 100, source=OURS),
    Input("pack", "weeks of one person to put all of it into containers", 6, 0, 200, source=OURS),
    Input("week", "hours that one person works in a week", 40, 1, 80, source=OURS),
    Input("free", "of the team's time may go into the move", 50, 1, 100, unit="%", source=OURS),
    Input("spend", "of the time that is left the move may last", 25, 1, 100, unit="%", source=OURS),
    Input("months", "months over which the move has to pay for itself", 24, 1, 120, kind="whole", source=OURS),
)
