"""Two ways to an admin page, small and real: Django's on the model, and one that speaks JSON to the service.

two = lab.json_admin.copy("two_admins")    # a service `coupons`, and an `office` that knows no model
with lab.json_admin.serve(two) as both:    # both running
    lab.json_admin.tour(both)              # what each of the two admins can do
lab.json_admin.insert(two, edits)          # a line after another line
lab.json_admin.round_trip(two, "note")     # what is lost on the way from the form to the list
lab.json_admin.forgetting("note", [...], [...])
"""

from lab.json_admin.copying import copy, insert
from lab.json_admin.forgetting import Forgetting, forgetting, round_trip
from lab.json_admin.serving import Both, manage, serve
from lab.json_admin.tour import tour

__all__ = ["Both", "Forgetting", "copy", "forgetting", "insert", "manage", "round_trip", "serve", "tour"]
