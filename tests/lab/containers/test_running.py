import pytest

import lab

pytestmark = [pytest.mark.live, pytest.mark.engine("docker")]


def test_a_container_serves_until_it_is_removed(cafe: lab.containers.Image):
    with lab.containers.run(cafe.tag, port=8000, ready="/") as server:
        assert server.get("/menu.txt").text == "latte"
        assert server.running
        assert "runs at http://127.0.0.1:" in server.text()

    assert not server.running


def test_it_is_given_its_settings(cafe: lab.containers.Image):
    with lab.containers.run(cafe.tag, environment={"DRINK": "mocha"}, port=8000) as server:
        assert server.run("printenv", "DRINK").strip() == "mocha"


def test_what_it_writes_is_kept_over_a_stop_and_lost_with_it(cafe: lab.containers.Image):
    with lab.containers.run(cafe.tag, port=8000) as server:
        server.run("touch", "/cafe/guest")
        server.stop(seconds=1)
        assert server.exit_code is not None
        assert server.start().wait_ready().get("/guest").status_code == 200
    with lab.containers.run(cafe.tag, port=8000) as server:
        assert "guest" not in server.run("ls", "/cafe")


def test_a_volume_outlives_the_container_that_wrote_in_it(cafe: lab.containers.Image):
    with lab.containers.volume() as books:
        with lab.containers.run(cafe.tag, "touch", "/books/guest", volumes={books: "/books"}) as writer:
            while writer.running:
                pass
        with lab.containers.run(cafe.tag, port=8000, volumes={books: "/books"}) as reader:
            assert reader.run("ls", "/books").split() == ["guest"]


def test_one_that_ends_at_once_is_told_by_its_last_words(cafe: lab.containers.Image):
    with pytest.raises(lab.LabError, match="no-such-file"):
        lab.containers.run(cafe.tag, "python", "no-such-file.py", port=8000, ready="/")


def test_one_that_listens_nowhere_cannot_be_asked(cafe: lab.containers.Image):
    with lab.containers.run(cafe.tag) as server, pytest.raises(lab.LabError, match="listens nowhere"):
        server.get("/")


@pytest.mark.parametrize("init", [True, False])
def test_its_program_is_the_first_process_unless_there_is_one_before_it(cafe: lab.containers.Image, init: bool):
    with lab.containers.run(cafe.tag, port=8000, init=init) as server:
        first = server.run("cat", "/proc/1/cmdline")

    assert ("http.server" in first.partition("--")[0]) is not init
