import pytest

import lab
from lab.containers.engine import said

pytestmark = [pytest.mark.live, pytest.mark.engine("docker")]

ASK = "import sys, urllib.request as u; print(u.urlopen(sys.argv[1], timeout=5).read().decode())"


def test_containers_of_a_network_find_each_other_by_name_and_by_address(cafe: lab.containers.Image):
    with lab.containers.network() as network:
        server = lab.containers.run(
            cafe.tag, environment={"A": "1"}, network=network, name="till", port=8000, ready="/"
        )
        with server, lab.containers.run(cafe.tag, network=network) as guest:
            for host in ("till", server.address(network)):
                assert guest.run("python", "-c", ASK, f"http://{host}:8000/menu.txt") == "latte"

    assert network.name not in said("network", "ls", "--format", "{{.Name}}").split()


def test_one_that_is_in_no_network_has_no_address_there(cafe: lab.containers.Image):
    with (
        lab.containers.network() as network,
        lab.containers.run(cafe.tag) as alone,
        pytest.raises(lab.LabError, match="has no address in lab-"),
    ):
        alone.address(network)
