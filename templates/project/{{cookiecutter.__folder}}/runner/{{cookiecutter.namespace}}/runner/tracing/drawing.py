"""A trace as lines for a terminal: when, how long, with what answer, and beside it the tree of who called whom."""

from collections.abc import Sequence

from {{ cookiecutter.namespace }}.runner.tracing.finding import Seen
from {{ cookiecutter.namespace }}.runner.tracing.hops import Hop
from {{ cookiecutter.namespace }}.runner.tracing.path import Row, Trace

HEAD = f"{'at, ms':>9}{'took, ms':>10}{'status':>8}  "


def drawn(found: Trace) -> str:
    """The whole trace."""
    title = f"{found.request_id} on {found.stage}: {found.milliseconds:.1f} ms, through {', '.join(found.services)}"
    return "\n".join([title, HEAD.rstrip(), *(_line(found, row) for row in found.rows())])


def label(row: Row) -> str:
    """What a row says, moved in as deep as it is."""
    lead = "   " * (row.depth - 1) + "└─ " if row.depth else ""
    if not isinstance(row.what, Hop):
        return f"{lead}{row.what.service} says {row.what.level}: {row.what.text}"
    hop = row.what
    return f"{lead}{hop.service} {hop.method} {hop.route or '(no such address)'}, for {hop.caller}"


def listed(seen: Sequence[Seen]) -> str:
    """Requests in short, a line each."""
    return "\n".join(
        f"{one.request_id:<34}{one.first.began:%H:%M:%S}  {one.first.method} {one.first.route}  "
        f"{one.first.status}  {one.first.milliseconds:.1f} ms  {' > '.join(one.services)}"
        for one in seen
    )


def _line(found: Trace, row: Row) -> str:
    at = f"{found.since(row.moment):9.1f}"
    if isinstance(row.what, Hop):
        return f"{at}{row.what.milliseconds:10.1f}{row.what.status:8}  {label(row)}"
    return f"{at}{'':18}  {label(row)}"
