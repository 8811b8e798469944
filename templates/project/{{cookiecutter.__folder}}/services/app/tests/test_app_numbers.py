from {{ cookiecutter.namespace }}.service.app.numbers import rank_of


def test_later_versions_have_larger_ranks() -> None:
    numbers = ["0.0.0", "0.0.1", "0.0.99999", "0.1.0", "0.99999.99999", "1.0.0", "1.9.0", "1.10.0", "1.10.1", "10.0.0"]

    ranks = [rank_of(number) for number in numbers]

    assert ranks == sorted(set(ranks))


def test_the_largest_rank_fits_into_a_bigint() -> None:
    assert rank_of("99999.99999.99999") < 2**63
