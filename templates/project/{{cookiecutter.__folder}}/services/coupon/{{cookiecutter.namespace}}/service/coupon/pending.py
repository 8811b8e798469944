"""Finishing what a crash, a lost answer or a callee that was away has left behind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from {{ cookiecutter.namespace }}.contracts.coupon import StillPending
from {{ cookiecutter.namespace }}.kit.problems import CalleeAway, Problem
from {{ cookiecutter.namespace }}.service.coupon.actions import complete
from {{ cookiecutter.namespace }}.service.coupon.models import Redemption


@dataclass
class Outcome:
    """How many pending redemptions ended how. `away`: the player service did not answer, so the rest were not tried."""

    completed: int = 0
    refused: int = 0
    waiting: int = 0
    away: bool = False


def complete_pending(
    *, older_than: timedelta, progress: Callable[[int, int], None] = lambda done, total: None
) -> Outcome:
    """Complete the redemptions that have been pending for at least `older_than`, the oldest first.

    Several may run at once, and beside the requests themselves: whoever comes second finds the work done. `progress` is
    called with how many are done, and of how many.
    """
    due = Redemption.objects.filter(state=Redemption.State.PENDING, created_at__lte=timezone.now() - older_than)
    ids = list(due.order_by("created_at", "id").values_list("id", flat=True))
    outcome = Outcome()
    for done, redemption_id in enumerate(ids):
        progress(done, len(ids))
        try:
            complete(redemption_id=redemption_id)
        except StillPending:  # this one alone is odd, and must not hold up the others
            outcome.waiting += 1
        except CalleeAway:
            # The next one would wait just as long for the same answer.
            outcome.waiting += len(ids) - done
            outcome.away = True
            break
        except Problem:
            outcome.refused += 1
        else:
            outcome.completed += 1
    progress(len(ids), len(ids))
    return outcome
