import sys
from pathlib import Path

import pytest

from clever.runner.containers.engine import Engine
from clever.runner.containers.images.building import STEP, build, run_told, why
from clever.runner.errors import StageError
from clever.runner.progress import silent


@pytest.mark.parametrize(
    ("line", "done", "total"),
    [
        ("Step 3/20 : RUN npm ci", "3", "20"),
        ("STEP 5/21: COPY a b", "5", "21"),
        ("[1/2] STEP 4/9: RUN x", None, None),
        ("#9 [assets 3/7] RUN npm ci", "3", "7"),
        (" ---> Using cache", None, None),
    ],
)
def test_a_step_is_known_by_what_each_builder_says(line, done, total):
    found = STEP.match(line)

    assert (found["done"], found["total"]) == (done, total) if found else done is None


def test_steps_are_told_while_an_image_is_built(stand_in, tmp_path, steps):
    seen, tell = steps

    build(
        stand_in.engine,
        "clever/coupon:local",
        containerfile=tmp_path / "Containerfile",
        context=tmp_path,
        arguments={"SOURCES": "abc"},
        progress=tell,
    )

    assert [(step.what, step.project, step.done, step.total) for step in seen] == [
        ("built", "clever/coupon:local", 1, 2),
        ("built", "clever/coupon:local", 2, 2),
    ]


def test_a_proxy_is_named_to_the_engine_and_its_address_is_not_written_down(stand_in, tmp_path, monkeypatch):
    monkeypatch.setenv("https_proxy", "http://somebody:secret@proxy.example:3128")

    build(
        stand_in.engine,
        "x:1",
        containerfile=tmp_path / "Containerfile",
        context=tmp_path,
        arguments={"SOURCES": ""},
        progress=silent,
    )

    call = (stand_in.folder / "calls.jsonl").read_text()
    assert '"--build-arg", "https_proxy"' in call
    assert "proxy.example" not in call


def test_a_build_that_fails_says_why_and_not_that_it_failed():
    said = [
        "Step 2/2 : RUN false",
        "E: Unable to locate package nginks",
        "\x1b[0mRemoving intermediate container 6add5fb93c6d",
        "The command '...' returned a non-zero code",
    ]

    assert why("\n".join(said)) == "E: Unable to locate package nginks"


def test_a_command_that_fails_is_one_line():
    with pytest.raises(StageError, match=r"^it cannot be made: that is why$"):
        run_told(
            [sys.executable, "-c", "import sys; sys.exit('that is why')"],
            lambda line: None,
            silent,
            failing="it cannot be made",
        )


def test_an_engine_that_has_gone_is_one_line(tmp_path):
    with pytest.raises(StageError, match=r"x:1 cannot be built: .*docker cannot be run"):
        build(
            Engine(Path("/nowhere/docker"), "1"),
            "x:1",
            containerfile=tmp_path / "Containerfile",
            context=tmp_path,
            arguments={},
            progress=silent,
        )
