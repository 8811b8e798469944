from itertools import product

import pytest

from workbook.project_template.proof import rows as proof
from workbook.project_template.proof.rows import DATABASES, OTHERS, STAGES, missing_pairs, rows


def test_every_stage_is_tried_on_every_database() -> None:
    tried = {(row.answers["stage"], row.answers["database"]) for row in rows()}

    assert tried == set(product(STAGES, DATABASES))


def test_every_two_answers_to_other_questions_are_tried_together() -> None:
    assert missing_pairs() == []


def test_a_pair_that_no_row_has_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "PAIRS", proof.PAIRS[1:])

    assert missing_pairs()


def test_every_answer_that_is_tried_is_one_that_can_be_given() -> None:
    for row in rows():
        assert {name for name in OTHERS if row.answers[name] not in OTHERS[name]} == set()


def test_a_stage_comes_again_only_after_each_has_come_on_each_database() -> None:
    first = rows()[:8]

    assert len({(row.answers["stage"], row.answers["database"]) for row in first}) == 8
