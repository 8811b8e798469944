from lab.checks.checking import judge
from lab.checks.registry import find


def test_who_asks_is_not_found_by_counting_the_trusted():
    def client_address(peer, forwarded, trusted):
        if peer not in trusted:
            return peer
        way = [*(one.strip() for one in (forwarded or "").split(",") if one.strip()), peer]
        return way[max(0, len(way) - 1 - len(trusted))]

    assert "by way of one of the two" in judge(find("1.3.3"), client_address).line


def test_who_asks_may_be_found_by_leaving_out_the_trusted():
    def client_address(peer, forwarded, trusted):
        way = [*(one.strip() for one in (forwarded or "").split(",") if one.strip()), peer]
        strangers = [one for one in way if one not in trusted]
        return strangers[-1] if strangers else way[0]

    assert judge(find("1.3.3"), client_address).passed
