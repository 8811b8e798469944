from permittee.table import Table


def test_a_full_table_loses_what_nobody_has_used_for_longest() -> None:
    table: Table[str, int] = Table(2)
    table.put("a", 1)
    table.put("b", 2)
    assert table.get("a") == 1
    table.put("c", 3)

    assert (table.get("a"), table.get("b"), table.get("c"), len(table)) == (1, None, 3, 2)


def test_what_is_put_again_takes_the_place_of_what_was_there() -> None:
    table: Table[str, int] = Table(2)
    table.put("a", 1)
    table.put("b", 2)
    table.put("a", 3)
    table.put("c", 4)

    assert (table.get("a"), table.get("b")) == (3, None)


def test_what_is_not_there_can_be_dropped() -> None:
    table: Table[str, int] = Table(2)
    table.put("a", 1)
    table.drop("a")
    table.drop("b")

    assert len(table) == 0
