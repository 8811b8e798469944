import pytest

from clever.runner.errors import StageError
from clever.runner.nginx import configuration, forget_others, render


def test_capitals_are_filled_in_and_nginxs_own_variables_stay(tmp_path):
    template = tmp_path / "nginx.conf"
    template.write_text("listen ${NGINX_PORT}; set $x $host; set $y ${remote_addr};")

    assert render(template, {"NGINX_PORT": "80"}) == "listen 80; set $x $host; set $y ${remote_addr};"


def test_a_name_that_nobody_fills_in_is_refused(tmp_path):
    template = tmp_path / "nginx.conf"
    template.write_text("listen ${NGINX_PROT};")

    with pytest.raises(StageError, match=r"nothing fills in \$\{NGINX_PROT\}; there are: NGINX_PORT"):
        render(template, {"NGINX_PORT": "80"})


def test_a_layer_adds_files_and_puts_others_in_the_place_of_those_beneath(tmp_path):
    beneath, above = tmp_path / "beneath", tmp_path / "above"
    for file in (beneath / "nginx.conf", beneath / "nginx/a.conf", beneath / "nginx/b.conf", above / "nginx/b.conf"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (above / "nginx/c.conf").touch()

    assert configuration([beneath, above]) == [
        beneath / "nginx.conf",
        beneath / "nginx/a.conf",
        above / "nginx/b.conf",
        above / "nginx/c.conf",
    ]


def test_what_an_earlier_start_has_left_is_removed_and_nothing_else(tmp_path):
    for name in ("nginx.conf", "projects.gone.conf", "coupon.env"):
        (tmp_path / name).touch()

    forget_others(tmp_path, ["nginx.conf"])

    assert sorted(file.name for file in tmp_path.iterdir()) == ["coupon.env", "nginx.conf"]
