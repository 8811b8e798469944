from uuid import UUID

from {{ cookiecutter.namespace }}.kit.sample import batches, sample_id


def test_a_sample_id_is_the_same_on_every_machine() -> None:
    assert sample_id("player", 1) == UUID("40369cea-00b0-5f29-bf9c-8abaa27321b9")


def test_sample_ids_differ_by_kind_and_number() -> None:
    assert len({sample_id(kind, number) for kind in ("player", "vid") for number in range(1, 101)}) == 200


def test_batches_hold_every_number_once_and_in_order() -> None:
    found = batches(4_500, size=2_000)

    assert [len(batch) for batch in found] == [2_000, 2_000, 500]
    assert [number for batch in found for number in batch] == list(range(1, 4_501))


def test_there_are_no_batches_of_nothing() -> None:
    assert batches(0) == []
