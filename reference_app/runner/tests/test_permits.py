import json

import pytest
from pydantic import ValidationError

from clever.runner.permits import permits_seed
from clever.runner.secrets import digest, ensure_secrets
from clever.runner.stagefile import StageFile


def stage(**tables) -> StageFile:
    project = {"settings": "s", "wsgi": "w", "processes": {}}
    return StageFile.model_validate(
        {
            "name": "split",
            "folder": "/stages/split",
            "summary": "Two projects.",
            "projects": {
                "player": project | {"port": 1, "apps": ["player"]},
                "permitter": project | {"port": 2, "apps": ["permitter"]},
            },
            **tables,
        }
    )


def test_each_permit_names_who_may_ask_whom_for_what(tmp_path):
    permits = {"game-server": ["player *"], "coupon-machine": ["player PUT /api/player/<uuid:id>"]}
    made = stage(permits=permits)

    seed = json.loads(permits_seed(made, ensure_secrets(made, tmp_path / "secrets.env")))

    assert seed["permits"] == [
        ["game-server", "player", "*"],
        ["coupon-machine", "player", "PUT /api/player/<uuid:id>"],
    ]


def test_callers_are_known_by_the_digests_of_their_secrets_and_each_project_is_one(tmp_path):
    made = stage(permits={"coupon-machine": []})
    secrets = ensure_secrets(made, tmp_path / "secrets.env")

    text = permits_seed(made, secrets)

    callers = json.loads(text)["callers"]
    assert set(callers) == {"coupon-machine", "player", "permitter"}
    assert callers["player"] == digest(secrets["CALLER_SECRET_PLAYER"])
    assert not [name for name, value in secrets.items() if name.startswith("CALLER_SECRET") and value in text]


@pytest.mark.parametrize(
    ("permit", "complaint"),
    [
        ("player", "write SERVICE METHOD /ROUTE"),
        ("player get /x", "write SERVICE METHOD /ROUTE"),
        ("stranger *", "'stranger', which is no project"),
    ],
)
def test_a_permit_that_permits_nothing_is_a_mistake(permit, complaint):
    with pytest.raises(ValidationError, match=complaint):
        stage(permits={"game-server": [permit]})
