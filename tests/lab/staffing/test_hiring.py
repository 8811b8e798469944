"""People at the admin of a running stage."""

import pytest

import lab


@pytest.mark.live
def test_a_role_may_do_what_it_says_and_nobody_is_left_behind(monolith: lab.Stage):
    with lab.staff(monolith, "support") as mina:
        assert mina.may("/admin/player/grant/add/")
        assert not mina.may("/admin/coupon/campaign/add/")

    with lab.staff(monolith) as owner:
        assert owner.may("/admin/coupon/campaign/add/")
        assert "support-" not in owner.get("/admin/auth/user/").text


@pytest.mark.live
def test_a_role_that_does_not_exist_is_told_with_those_that_do(monolith: lab.Stage):
    with pytest.raises(lab.LabError, match=r"no role 'barista': there is .*support"), lab.staff(monolith, "barista"):
        pass

    with lab.staff(monolith) as owner:
        assert "barista-" not in owner.get("/admin/auth/user/").text


@pytest.mark.live
def test_a_path_that_is_no_page_is_no_answer(monolith: lab.Stage):
    with lab.staff(monolith) as owner, pytest.raises(lab.LabError, match="404"):
        owner.may("/admin/coupon/espresso/")


def test_a_stage_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch):
    nowhere = lab.Stage("nowhere", "http://127.0.0.1:9", {})
    monkeypatch.setattr(lab.Stage, "staff", ("root", "only for tests"))

    with pytest.raises(lab.LabError, match="the admin of nowhere did not answer"), lab.staff(nowhere):
        pass
