"""inv templates"""

from typing import TYPE_CHECKING

from invoke import Context, Exit, task
from rich.table import Table

from clever.runner.helpful import HelpfulTask
from workbook.tasks.plain import err, out, plain_errors, say

if TYPE_CHECKING:
    from workbook.project_template.proof.steps import Tier


@task(
    klass=HelpfulTask,
    help={
        "check": "Write nothing; fail where a file is not as it should be.",
        "prove": "Bake projects of it with many answers, and check, run and test each of them.",
        "row": "With --prove: only these rows of answers, such as 1,7.",
        "quick": "With --prove: only what starts nothing.",
        "full": "With --prove: also what the workbook's own tests say of the same code.",
    },
)
@plain_errors
def templates(
    c: Context, check: bool = False, prove: bool = False, row: str = "", quick: bool = False, full: bool = False
) -> None:
    """Make the template that teams bake their project from, out of the reference app and templates/overlay."""
    from workbook.book import Book
    from workbook.project_template import freshness

    root = Book().root
    if prove:
        if quick and full:
            raise Exit("--quick and --full exclude each other", code=2)
        _prove(row, "quick" if quick else "full" if full else "default")
        return
    with err.status("making templates/project"):
        if check:
            freshness.check(root)
            return
        changed = freshness.write(root)
    say(f"{len(changed)} files changed" if changed else "nothing has changed")
    for place in changed[:20]:
        say(f"  {freshness.TEMPLATE}/{place}")
    if len(changed) > 20:
        say(f"  and {len(changed) - 20} more")


def _prove(wanted: str, tier: "Tier") -> None:
    from workbook.book import Book
    from workbook.project_template.proof.proving import prove
    from workbook.project_template.proof.rows import rows

    numbers = {part.strip() for part in wanted.split(",") if part.strip()}
    chosen = [row for row in rows() if not numbers or str(row.number) in numbers]
    if len(chosen) < len(numbers):
        raise Exit(f"--row {wanted}: there are rows 1 to {len(rows())}", code=1)
    with err.status("baking") as progress:
        proofs = prove(chosen, Book().root, tier=tier, tell=progress.update)
    table = Table("row", "seconds", "")
    for proof in proofs:
        took = ", ".join(f"{step} {seconds:.1f}" for step, seconds in proof.seconds.items())
        table.add_row(str(proof.row), took, "failed" if proof.problem else "ok")
    out.print(table)
    if problems := [proof.problem for proof in proofs if proof.problem]:
        raise Exit("\n\n".join(problems), code=1)
