"""Where a model is read and written."""

from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_2_3.asking import as_django_asks, model, row

HOMES = {
    "player": "clever.service.player",
    "vid": "clever.service.vid",
    "app": "clever.service.app",
    "archive": "clever.service.app",
    "auth": "default",
    "sessions": "default",
}


@exercise(
    "2.3.1",
    hints=(
        "The name of a model's app is model._meta.app_label. Look it up in TABLE.",
        "Whatever is not in TABLE, Django's own apps above all, lives in 'default'. dict.get takes a second argument.",
        "Do not answer None. Then Django decides, and it looks at the row at hand, which may be of another database.",
    ),
)
def homes(answer: Any) -> str:
    """a router: a class with db_for_read and db_for_write, each of which takes a model and hints"""
    router = as_django_asks(answer)
    for verb in ("read", "write"):
        if not hasattr(answer, f"db_for_{verb}"):
            raise Wrong(f"Your router has no db_for_{verb}, so Django takes 'default' for everything.")
        asked = getattr(router, f"db_for_{verb}")
        for app, home in HOMES.items():
            _expect(asked(model(app)), home, f"To {verb} a model of the app {app!r}")
            # Names that several apps have: a router that goes by them is right only by accident.
            _expect(asked(model(app, "Version")), home, f"To {verb} the model Version of the app {app!r}")
        of_coupon = row("coupon", "clever.service.coupon")
        _expect(
            asked(model("contenttypes"), instance=of_coupon),
            "default",
            f"To {verb} a content type, asked for by a row that came from 'clever.service.coupon'",
        )
    return "Right. One table, two questions, and every app asks the same one."


def _expect(got: Any, wanted: str, what: str) -> None:
    if got != wanted:
        raise Wrong(f"{what}, Django goes to {got!r} with your router. It should go to {wanted!r}.")
