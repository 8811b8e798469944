"""Who is beside a project in its environment, and who should not be."""

import os
import sys
from pathlib import Path

from workbook.independence.company import Company, company, strangers

OURS = ("clever-kit", "clever-service-vid", "clever-service-coupon", "permittee")
OWN = ("clever-kit", "clever-service-coupon", "permittee")


def test_a_project_with_its_own_service_has_no_strangers():
    found = Company(("clever-kit", "clever-service-coupon", "django"), ("coupon",))

    assert list(strangers(found, own=OWN, apps=["coupon"], ours=OURS)) == []


def test_another_service_is_one_whether_it_is_a_distribution_or_only_importable():
    found = Company(("clever-service-coupon", "clever-service-vid"), ("coupon", "vid"))

    assert list(strangers(found, own=OWN, apps=["coupon"], ours=OURS)) == ["clever-service-vid", "clever.service.vid"]


def test_the_workbooks_own_environment_is_full_of_them(tmp_path: Path):
    found = company(Path(sys.executable), tmp_path, dict(os.environ))

    assert {"vid", "player", "coupon", "archive", "permitter", "backoffice"} <= set(found.services)
    assert {"just-enough-architecture", "permittee", "clever-kit"} <= set(found.distributions)
