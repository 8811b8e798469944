"""Containers may be thrown away: what is to be kept is not in them."""

from uuid import uuid4

import pytest

from clever.acceptance.callers import Device, Service
from clever.acceptance.codes import make_codes
from clever.acceptance.redeeming import redeem

from .running import Running, up

pytestmark = [pytest.mark.live, pytest.mark.full, pytest.mark.engine("docker")]


def test_every_container_is_removed_and_made_anew_and_all_data_is_there(containers: Running):
    server, phone = Service(containers.addresses, containers.running.credentials), Device(containers.addresses)
    player = phone.new_player()
    [code] = make_codes(server, 1)
    assert redeem(server, code, player).status_code == 200
    kept = server.made("PUT", f"/api/archive/files/{uuid4()}?name=otter.txt", content=b"a picture of an otter")
    rows, files = containers.rows(), containers.files()
    ids = {each.id for each in containers.compose.containers()}

    containers.compose.engine.run("rm", "--force", *ids)
    assert containers.compose.containers() == []
    again = up()

    assert kept["name"] == "otter.txt"
    assert len(files) > 0
    assert sum(map(len, rows.values())) > 25
    assert again.files() == files
    assert again.rows() == rows
    assert not ids & {each.id for each in again.compose.containers()}
    assert again.addresses == containers.addresses
