"""Who called whom. Each service knows only who called it, and when; the rest is worked out here."""

from collections.abc import Iterable, Sequence

from {{ cookiecutter.namespace }}.runner.tracing.hops import Hop, Note


def nest(hops: Iterable[Hop], notes: Iterable[Note]) -> tuple[list[Hop], list[Note]]:
    """Put each hop into the one that called it, and each note into the one that it was written in.

    Returns the hops that nobody in here called, and the notes that belong to none.
    """
    in_order = sorted(hops, key=lambda hop: (hop.began, -hop.milliseconds))
    first: list[Hop] = []
    for number, hop in enumerate(in_order):
        caller = _caller(hop, in_order[:number])
        (caller.inner if caller else first).append(hop)
    left: list[Note] = []
    for note in sorted(notes, key=lambda note: note.time):
        around = [hop for hop in in_order if hop.service == note.service and hop.lasted_over(note.time)]
        (around[-1].notes if around else left).append(note)
    return first, left


def _caller(hop: Hop, earlier: Sequence[Hop]) -> Hop | None:
    """The hop that made this one: of those under way when it began, the one of the service that it names as its caller.

    Where it names none of them, as one that was refused does, the latest: it is the innermost.
    """
    under_way = [one for one in earlier if one.lasted_over(hop.began)]
    named = [one for one in under_way if one.service == hop.caller]
    candidates = named or under_way
    return candidates[-1] if candidates else None
