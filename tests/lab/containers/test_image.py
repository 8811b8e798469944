import pytest

import lab

pytestmark = [pytest.mark.live, pytest.mark.engine("docker")]


def test_a_file_that_a_later_step_takes_away_is_still_found(cafe: lab.containers.Image):
    [place] = cafe.places_of("the machine's real password")

    assert place.endswith(": /cafe/secret.txt")


def test_what_is_in_no_layer_is_nowhere(cafe: lab.containers.Image):
    assert cafe.places_of("a word that nobody wrote, 7c1f") == []


def test_what_the_settings_say_is_found_there(cafe: lab.containers.Image):
    assert "its settings" in cafe.places_of("http.server")
    assert "its history" in cafe.places_of("http.server")


def test_its_history_has_a_line_for_each_step(cafe: lab.containers.Image):
    steps = [step for step, _ in cafe.history().rows]

    assert any("rm secret.txt" in step for step in steps)
    assert not any("/bin/sh" in step and "nop" in step for step in steps)


def test_an_image_that_is_not_here_is_an_error_in_one_line():
    with pytest.raises(lab.LabError, match="nobody/built-this"):
        lab.containers.image("nobody/built-this:1")
