"""A service of one's own, made in a checkout of a stage, with the seconds and the lines that it took.

with lab.afternoon() as mine:                          # `inv checkout composition`, in a scratch folder
    mine.new_service("attendance", calls="player,coupon")
    mine.write(folder)                                 # what a person writes, laid over what the template made
    mine.permit("attendance", "coupon POST /api/coupon/redemptions")
    mine.test("attendance")
    stage = mine.up()
    mine                                               # a table of the steps; mine.lines() is one of the lines
"""

from lab.afternoon.afternoon import Afternoon, afternoon
from lab.afternoon.lines import Lines
from lab.afternoon.stage import OwnStage

__all__ = ["Afternoon", "Lines", "OwnStage", "afternoon"]
