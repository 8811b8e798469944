"""Of a log, the last thing that went wrong."""

import json

from lab.skew.complaints import complaint

TRACEBACK = (
    "Traceback (most recent call last):\n"
    '  File "models.py", line 1, in save\n'
    "sqlite3.IntegrityError: NOT NULL constraint failed: coupon_campaign.channel\n"
    "\nThe above exception was the direct cause of the following exception:\n\n"
    "django.db.utils.IntegrityError: NOT NULL constraint failed: coupon_campaign.channel"
)


def test_the_last_line_of_a_traceback_is_found_in_plain_text_and_in_json() -> None:
    for log in (TRACEBACK, json.dumps({"message": "Internal Server Error", "exception": TRACEBACK})):
        assert complaint(log) == "IntegrityError: NOT NULL constraint failed: coupon_campaign.channel"


def test_a_log_without_a_traceback_has_no_complaint() -> None:
    assert complaint('{"message": "GET /healthz 200"}') == ""
