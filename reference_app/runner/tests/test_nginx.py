import pytest

from clever.runner.errors import StageError
from clever.runner.nginx import render


def test_capitals_are_filled_in_and_nginxs_own_variables_stay(tmp_path):
    template = tmp_path / "nginx.conf"
    template.write_text("listen ${NGINX_PORT}; set $x $host; set $y ${remote_addr};")

    assert render(template, {"NGINX_PORT": "80"}) == "listen 80; set $x $host; set $y ${remote_addr};"


def test_a_name_that_nobody_fills_in_is_refused(tmp_path):
    template = tmp_path / "nginx.conf"
    template.write_text("listen ${NGINX_PROT};")

    with pytest.raises(StageError, match=r"nothing fills in \$\{NGINX_PROT\}; there are: NGINX_PORT"):
        render(template, {"NGINX_PORT": "80"})
