"""The worksheet of the last lesson: which stage is appropriate for whom, and which number would change its mind.

sheet = lab.worksheet(team=4, weeks=12, peak=30)   # the rest has defaults, all of which the sheet shows
sheet.answer.stage                                 # "monolith"
sheet.flips                                        # for each number the nearest value with another answer
sheet.map("team", "peak")                          # the answer over two of them
"""

from lab.worksheet.asking import worksheet
from lab.worksheet.choosing import Answer, Option
from lab.worksheet.flips import Flip
from lab.worksheet.mapping import Map
from lab.worksheet.sheet import Worksheet

__all__ = ["Answer", "Flip", "Map", "Option", "Worksheet", "worksheet"]
