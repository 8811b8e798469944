"""A field on its way from the form to the list, and what is said where a line was forgotten."""

from pathlib import Path

from lab.json_admin import copy, forgetting, insert, round_trip

NOTE = [("coupons/models.py", "active =", 'note = models.CharField(max_length=200, blank=True, default="")')]
SENT = ("office/campaign.py", '"active":', '"note": self.note,')
TYPED = ("office/forms.py", "active =", "note = forms.CharField(max_length=200, required=False)")
PLACES = [
    ("coupons/serializers.py", '"active":', '"note": campaign.note,'),
    ("coupons/serializers.py", "campaign.active =", 'campaign.note = data.get("note", "")'),
    ("office/campaign.py", "active: bool", "note: str"),
    ("office/campaign.py", "active=", 'note=data["note"],'),
    SENT,
    TYPED,
    ("office/templates/office/list.html", "<th>Active", "<th>Note</th>"),
    ("office/templates/office/list.html", "<td>{{ campaign.active", "<td>{{ campaign.note }}</td>"),
]


def test_a_field_that_is_everywhere_arrives(tmp_path: Path):
    two = copy(tmp_path / "two")
    insert(two, [*NOTE, *PLACES])

    assert round_trip(two, "note") == ""


def test_a_field_that_was_there_before_arrives(tmp_path: Path):
    assert round_trip(copy(tmp_path / "two"), "name", "Spring") == ""


def test_a_line_that_is_forgotten_is_an_error_or_a_loss():
    found = forgetting("note", [*NOTE, *(place for place in PLACES if place not in (SENT, TYPED))], [SENT, TYPED])

    assert found.lost == ["it never reaches the database", None]
    assert found.silent == 1
    assert "an error" in found.text()
