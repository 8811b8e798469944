"""The table of who falls with whom, as a notebook shows it."""

import pytest

import lab


def test_in_the_monolith_all_fall_together():
    found = lab.blast_radius("monolith")

    assert list(found.fates) == ["monolith"]
    assert found.falling("monolith") == ["vid", "player", "coupon", "notice", "link", "app", "archive"]
    assert found.whole("monolith") == []
    assert found.worst == 7


def test_in_split_a_service_takes_nobody_along_but_its_neighbour_in_one_project():
    found = lab.blast_radius(lab.Stage("split", "http://127.0.0.1:9", {}))

    assert found.falling("notice") == ["notice"]
    assert found.falling("app") == ["app", "archive"]
    assert found.worst == 2
    assert found.limping("player") == ["backoffice", "coupon"]
    assert "link" in found.whole("player")


def test_it_shows_a_row_for_each_that_dies_and_a_column_for_each_that_may_suffer():
    table = lab.blast_radius("split").table()

    assert table.columns[:4] == ["dies", "backoffice", "vid", "player"]
    assert table.rows[1][:4] == ["vid", "-", "falls", "limps"]
    assert "who falls with whom" in lab.blast_radius("split").text()


def test_an_unknown_stage_and_an_unknown_project_are_one_line():
    with pytest.raises(lab.LabError, match=r"^unknown stage 'splt'; did you mean split\?$"):
        lab.blast_radius("splt")
    with pytest.raises(lab.LabError, match=r"^monolith has no project 'coupon'; there are: monolith$"):
        lab.blast_radius("monolith").falling("coupon")
