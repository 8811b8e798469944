"""An event of one's own, and the way from the event service to the four others that it is composed of.

festival = lab.festival(composition)                       # opens an event, and has a player to take part
with lab.parts(composition) as parts:                      # archive, notice, player and coupon, each by way of a proxy
    careful, naive = parts.event("careful"), parts.event("naive")
    with lab.fault.slow(parts["notice"], milliseconds=25): # each way
        lab.compare({"careful": festival.page_at(careful), "naive": festival.page_at(naive)})
"""

from lab.composing.festival import Festival, festival
from lab.composing.page import EventPage
from lab.composing.parts import PARTS as PARTS  # a lesson goes through them; it is nothing that one calls
from lab.composing.parts import Parts, parts

__all__ = ["EventPage", "Festival", "Parts", "festival", "parts"]
