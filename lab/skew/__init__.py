"""Two versions of one models.py: a service as a package, and two projects that each have their own version of it.

first = lab.package("coupon")                        # a copy, to be changed and built
friday = first.next("0.2.0").replace("models.py", old, new)
friday.makemigrations("channel")
with lab.two_projects(first) as two:                 # coupon and the backoffice, on one table
    two.migrate(friday)
    two.deploy("coupon", friday)
    two.ask()                                        # who still answers
"""

from lab.skew.asked import Asked
from lab.skew.environment import Environment
from lab.skew.package import Package, package
from lab.skew.projects import TwoProjects, two_projects

__all__ = ["Asked", "Environment", "Package", "TwoProjects", "package", "two_projects"]
