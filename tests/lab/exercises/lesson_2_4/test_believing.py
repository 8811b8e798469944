import secrets
from hashlib import sha256
from hmac import compare_digest

from lab.checks.checking import judge
from lab.checks.registry import find


def test_bytes_and_djangos_or_the_standard_librarys_comparison_are_as_good():
    def believed(digests, name, secret):
        kept = digests.get(name) or "0" * 64
        return secrets.compare_digest(kept.encode(), sha256(secret.encode()).hexdigest().encode())

    assert judge(find("2.4.2"), believed).passed


def test_a_name_may_be_looked_up_with_in():
    def believed(digests, name, secret):
        if name in digests:
            return compare_digest(digests[name], sha256(secret.encode()).hexdigest())
        compare_digest("0" * 64, sha256(secret.encode()).hexdigest())  # so that it takes as long
        return False

    assert judge(find("2.4.2"), believed).passed


def test_not_equal_tells_as_much_by_its_time_as_equal_does():
    def believed(digests, name, secret):
        wrong = digests.get(name) != sha256(secret.encode()).hexdigest()
        return not wrong

    assert "compared by == or !=" in judge(find("2.4.2"), believed).line


def test_a_name_that_nobody_knows_is_no_error():
    def believed(digests, name, secret):
        return compare_digest(digests[name], sha256(secret.encode()).hexdigest())

    assert "somebody unknown: it raised KeyError" in judge(find("2.4.2"), believed).line


def test_whoever_is_unknown_is_not_sent_away_sooner():
    def believed(digests, name, secret):
        if name not in digests:
            return False
        return compare_digest(digests[name], sha256(secret.encode()).hexdigest())

    assert (
        "somebody unknown: the result is right, and nobody called compare_digest" in judge(find("2.4.2"), believed).line
    )


def test_bytes_are_not_compared_by_equal_either():
    def believed(digests, name, secret):
        return digests.get(name, "").encode() == sha256(secret.encode()).hexdigest().encode()

    assert "nobody called compare_digest" in judge(find("2.4.2"), believed).line


def test_the_comparison_of_django_is_as_good():
    from django.utils.crypto import constant_time_compare

    def believed(digests, name, secret):
        return constant_time_compare(digests.get(name, ""), sha256(secret.encode()).hexdigest())

    assert judge(find("2.4.2"), believed).passed
