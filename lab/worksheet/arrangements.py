"""What there is to choose from. The last stage runs on processes or in containers, so it is here twice."""

from dataclasses import dataclass

from lab.worksheet.facts import FEATURES
from lab.worksheet.inputs import Figures


@dataclass(frozen=True)
class Arrangement:
    """A stage, by what it does to the services: parts them, puts them in containers, composes them."""

    name: str
    stage: str
    parted: bool = False
    contained: bool = False
    composed: bool = False

    def projects(self, figures: Figures) -> float:
        """What is released and looked after by itself. Beside the parts that is whatever dividing asks for."""
        if not self.parted:
            return 1
        return figures["parts"] + figures["databases"] - FEATURES + self.composed

    def programs(self, figures: Figures) -> float:
        """What somebody has to understand at night: with containers also what runs those."""
        return self.projects(figures) + figures["brought"] * self.contained


ARRANGEMENTS = (
    Arrangement("monolith", "monolith"),
    Arrangement("split", "split", parted=True),
    Arrangement("containers", "containers", parted=True, contained=True),
    Arrangement("composition", "composition", parted=True, composed=True),
    Arrangement("composition in containers", "composition", parted=True, contained=True, composed=True),
)
STAGES = tuple(dict.fromkeys(one.stage for one in ARRANGEMENTS))


def of_stage(stage: str, figures: Figures) -> Arrangement:
    """The arrangement in which somebody runs a stage today."""
    found = [one for one in ARRANGEMENTS if one.stage == stage]
    return found[-1] if figures["containers"] else found[0]
