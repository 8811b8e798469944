import pytest

import lab
from lab.releasing import Releases

# Lesson 2.1 does and claims all of it in every walk.
pytestmark = [pytest.mark.live, pytest.mark.full]

COUPON = "clever/service/coupon/"
IMPORTED = "import actions, queries\n"


def test_a_shop_is_a_whole_monolith_with_a_database_of_its_own(shop: Releases, server: lab.Process):
    found = lab.roll_call(server, caller=shop.caller)

    assert found.statuses() == {"200": found.requests}
    assert len(found.answering) == 6
    assert (shop.folder / "shared" / "databases" / "monolith.sqlite3").is_file()


def test_a_release_that_lacks_a_file_hurts_everybody_and_by_the_gate_nobody(shop: Releases, server: lab.Process):
    first = shop.live
    second = first.next("2").replace(COUPON + "api.py", IMPORTED, "import actions, queries, reports\n")

    outcomes = []
    gated = lab.roll_call(
        server, caller=shop.caller, during=lambda: outcomes.append(lab.gate.deploy(shop, server, second))
    )
    hurt = lab.roll_call(server, caller=shop.caller, during=lambda: shop.reload(server, second), rounds=5)

    assert [(one.step, bool(one)) for one in outcomes] == [("check", False)]
    assert outcomes[0].said == "ImportError: cannot import name 'reports' from 'clever.service.coupon'"
    assert gated.failed == 0
    assert hurt.answering == []
    assert hurt.statuses("notice")["500"] > 0
    assert shop.reload(server, first)


def test_a_migration_that_nobody_ran_hurts_one_feature_and_is_seen_by_the_gate(shop: Releases, server: lab.Process):
    active = '    active = models.BooleanField(_("active"),'
    second = shop.live.next("3").replace(
        COUPON + "models.py", active, f"    weight = models.FloatField(null=True)\n{active}"
    )
    without = lab.gate.rehearse(shop, second)
    shop.manage(second, "makemigrations", "coupon")
    waiting = lab.gate.rehearse(shop, second)

    shop.reload(server, second)
    found = lab.roll_call(server, caller=shop.caller)

    assert without.step == "makemigrations --check --dry-run"
    assert waiting.step == "migrate --check"
    assert sorted(set(found.answers) - set(found.answering)) == ["coupon"]


def test_a_release_that_cannot_start_ends_gunicorn(shop: Releases, server: lab.Process):
    second = shop.live.next("4").replace(COUPON + "models.py", "import codes\n", "import codes, colours\n")

    assert not shop.reload(server, second)
    assert not server.running
    with pytest.raises(lab.LabError, match="ended before it answered"):
        shop.serve(second)
    with pytest.raises(lab.LabError, match="nothing to reload"):
        shop.reload(server, second)


def test_a_release_that_is_fit_goes_live_without_a_failed_request(shop: Releases, server: lab.Process):
    twenty = "language: Language | None = None, limit: Limit = 20"
    second = shop.live.next("5")
    second.replace("clever/service/notice/api.py", twenty, twenty.replace("20", "30"))

    found = lab.roll_call(server, caller=shop.caller, during=lambda: lab.gate.deploy(shop, server, second))

    assert found.failed == 0
    assert shop.live.name == "5"
    assert len(server.get("/api/notice/notices").json()["items"]) == 30
