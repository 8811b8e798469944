"""What is called compatible is: by the word of jsonschema, which has no part in the comparison."""

from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from .comparison import between, fit
from .generated import changed, nodes, schemas, values

# Always the same examples, so that whoever has changed nothing here finds nothing here.
quietly = settings(
    max_examples=100,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def sample(schema: Any, node: Any) -> st.SearchStrategy[list[Any]]:
    return st.lists(values(schema, node), min_size=10, max_size=10)


def is_right(value: Any, schema: Any, node: Any) -> bool:
    whole = {"allOf": [schema], "components": {"schemas": {"Node": node}}}
    return bool(Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER).is_valid(value))


@given(st.data())
@quietly
def test_what_was_right_for_a_reader_stays_so_where_the_two_fit(data: st.DataObject) -> None:
    old, old_node = data.draw(schemas, "old"), data.draw(nodes, "old node")
    new, new_node = data.draw(changed(old), "new"), data.draw(changed(old_node), "new node")
    assume(fit(old, new, sent={"Node": old_node}, read={"Node": new_node}))

    sent = [each for each in data.draw(sample(old, old_node), "sent") if is_right(each, old, old_node)]

    assert [each for each in sent if not is_right(each, new, new_node)] == []


@given(schemas, nodes)
@quietly
def test_whatever_stays_as_it_was_fits(schema: Any, node: Any) -> None:
    assert between(schema, schema, sent={"Node": node}, read={"Node": node}) == []


@given(schemas, nodes, st.lists(schemas, max_size=2))
@quietly
def test_an_alternative_more_takes_nothing_away(schema: Any, node: Any, more: list[Any]) -> None:
    assert fit(schema, {"anyOf": [*more, schema]}, sent={"Node": node}, read={"Node": node})
