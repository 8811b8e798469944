import re
import xml.etree.ElementTree as ElementTree
from itertools import pairwise

import pytest

from lab.display.plots import bars, pairs, percentiles
from lab.display.svg import INK, SERIES, STYLE
from lab.measure.result import Load
from lab.measure.spread import Spread

SVG = "{http://www.w3.org/2000/svg}"


def drawn() -> list[str]:
    """One of each plot."""
    load = Load(scenario="board", users=2, seconds=1, times=[1, 2, 3, 4, 50], errors={})
    return [
        bars({"view": Spread(1, 0.9, 1.2), "ninja": Spread(1.3, 1.1, 1.6)}, unit="ms", title="Two sides"),
        percentiles({"board": load.percentile}, title="The board"),
        pairs([("1.1", 2.0, 1.5), ("1.2", 3.0, 300.0)], first="predicted", second="measured", title="The logbook"),
    ]


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("paper", ["#ffffff", "#111111"])
@pytest.mark.parametrize("colour", SERIES)
def test_a_series_is_seen_on_light_and_on_dark_paper(colour, paper):
    assert contrast(colour, paper) >= 3


@pytest.mark.parametrize("plot", drawn())
def test_a_plot_takes_ink_and_paper_from_the_page(plot):
    colours = set(re.findall(r"#[0-9a-f]{6}\b", plot))

    assert colours <= set(SERIES)
    assert "currentColor" in plot
    assert "<style" not in plot  # it would dress the whole page


@pytest.mark.parametrize("plot", drawn())
def test_a_plot_is_told_to_those_who_do_not_see_it(plot):
    svg = ElementTree.fromstring(plot)[0]

    named = svg.attrib["aria-labelledby"].split()
    assert svg.attrib["role"] == "img"
    assert [svg.find(f"{SVG}title").attrib["id"], svg.find(f"{SVG}desc").attrib["id"]] == named
    assert all(svg.find(f"{SVG}{name}").text for name in ("title", "desc"))


@pytest.mark.parametrize("plot", drawn())
def test_a_plot_shrinks_with_the_page(plot):
    svg = ElementTree.fromstring(plot)[0]

    assert "viewBox" in svg.attrib
    assert not {"width", "height"} & svg.attrib.keys()
    assert "width:100%" in svg.attrib["style"]


def test_ids_of_two_plots_on_one_page_never_meet():
    ids = [set(re.findall(r'\bid="([^"]+)"', plot)) for plot in drawn()]

    assert all(ids)
    assert not any(one & other for one, other in pairwise([*ids, ids[0]]))


@pytest.mark.parametrize("plot", drawn())
def test_what_a_plot_refers_to_is_in_it(plot):
    used = set(re.findall(r'(?:url\(#|href="#)([^")]+)', plot))

    assert used <= set(re.findall(r'\bid="([^"]+)"', plot))


def test_text_stays_text():
    svg = ElementTree.fromstring(drawn()[0])[0]

    said = ["".join(text.itertext()).strip() for text in svg.iter(f"{SVG}text")]
    assert {"view", "ninja", "ms", "1.30"} <= set(said)


def test_the_same_figure_is_drawn_in_the_same_bytes():
    assert drawn() == drawn()


def test_the_ink_of_the_style_is_the_one_that_is_replaced():
    inks = {line.rpartition(" ")[2] for line in STYLE.read_text().splitlines() if "olor" in line and line[0] != "#"}

    assert {f"#{ink}" for ink in inks} == {INK, "#none"}
