"""stage.toml with some permits more."""

import re
import tomllib
from collections.abc import Sequence

from lab.errors import LabError


def with_permits(table: str, caller: str, operations: Sequence[str]) -> str:
    """The text of a stage.toml in which `caller` has these permits as well. Raises LabError where it has none yet."""
    known: dict[str, list[str]] = tomllib.loads(table).get("permits", {})
    if caller not in known:
        raise LabError(f"no {caller} has permits in stage.toml: there is {', '.join(sorted(known)) or 'nobody'}")
    wanted = dict.fromkeys([*known[caller], *operations])
    block = f"{caller} = [\n" + "".join(f'  "{operation}",\n' for operation in wanted) + "]"
    start = table.index("[permits]")
    changed, times = re.subn(rf"^{caller} = \[[^\]]*\]$", lambda _: block, table[start:], count=1, flags=re.MULTILINE)
    if not times:
        raise LabError(f"the permits of {caller} do not stand in stage.toml as a list of their own: write them by hand")
    return table[:start] + changed
