"""A script, run in a copy of the two projects: what becomes of a campaign on its way through all of them.

`round_trip.py FIELD VALUE` fills in the office's form, and carries the campaign to the service, back, and into the
office's list. It prints what was lost on the way, a line each.
"""

import sys
from dataclasses import asdict
from pathlib import Path

import django
from django.conf import settings

TYPED = {"name": "Winter", "starts_at": "2026-12-01 00:00", "ends_at": "2026-12-24 00:00", "active": "on"}


def say(lost: str) -> None:
    sys.stdout.write(f"{lost}\n")


def main(field: str, value: str) -> None:
    from coupons import serializers  # type: ignore[import-not-found]  # of the copy in which this script runs
    from django.template.loader import render_to_string
    from office.campaign import Campaign  # type: ignore[import-not-found]
    from office.forms import CampaignForm  # type: ignore[import-not-found]

    form = CampaignForm({**TYPED, field: value})
    if not form.is_valid():
        raise SystemExit(f"the form refuses it: {form.errors.get_json_data()}")
    row = serializers.from_json(Campaign(**form.cleaned_data).to_json())
    row.pk = 1
    if getattr(row, field) != value:
        say("it never reaches the database")
        setattr(row, field, value)  # as if it had been put there in another way: is it shown, at least?
    again = Campaign.from_json(serializers.to_json(row))
    if asdict(again)[field] != value:
        say("the office does not get it back")
    page = render_to_string("office/list.html", {"campaigns": [again]})
    if value not in page:
        say("the list does not show it")
    if page.count("<th>") != page.count("<td>"):
        say("the list's columns have slipped")


if __name__ == "__main__":
    sys.path.insert(0, str(Path.cwd()))
    settings.configure(
        INSTALLED_APPS=["coupons", "office"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
        ROOT_URLCONF="office.urls",
        TIME_ZONE="Asia/Seoul",
    )
    django.setup()
    main(*sys.argv[1:])
