"""An index is pages of links, and an installer reads them."""

from pathlib import Path

import pytest

import lab
from lab.index import simple_index, small_wheel
from lab.skew import Environment


@pytest.mark.live
def test_uv_installs_from_pages_of_links_and_of_two_indexes_takes_the_first_that_knows_the_name(tmp_path: Path) -> None:
    ours = small_wheel("cups", "1.0", "WHOSE = 'ours'", folder=tmp_path)
    theirs = small_wheel("cups", "99.0", "WHOSE = 'theirs'", folder=tmp_path)
    environment = Environment(tmp_path / "environment")

    with simple_index(ours, folder=tmp_path / "a") as private, simple_index(theirs, folder=tmp_path / "b") as public:
        both = ["--index", f"{private.url}/simple/", "--default-index", f"{public.url}/simple/"]
        environment.install("cups", *both)
        first = environment.versions()["cups"]
        environment.install("cups", *both, "--index-strategy", "unsafe-best-match")

    assert (first, environment.versions()["cups"]) == ("1.0", "99.0")


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()

    with pytest.raises(lab.LabError, match="letters, which is no page of an index"):
        simple_index(folder=tmp_path)
