"""Calls within one project: a seam for each callee, which is in the same process, and a note of who calls whom.

The process would do without the note. With it the services can be taken apart again, each with its own seams.
"""

import tomlkit

from {{ cookiecutter.namespace }}.scaffolding.edits.code import with_line_after
from {{ cookiecutter.namespace }}.scaffolding.edits.markdown import with_row
from {{ cookiecutter.namespace }}.scaffolding.edits.toml import add, place_in
from {{ cookiecutter.namespace }}.scaffolding.service import Service, seam_of

HERE = "local:"
NOTE = "Who calls whom in here: by this the services can be taken apart."
VARIABLES = "| variable | what it is | default |"


def with_seams(source: str, service: Service) -> str:
    """The settings, with the seams that are not there yet. Raises NoPlace."""
    for callee in reversed(service.calls):  # each goes before the last one
        seam = seam_of(callee)
        if f"\n{seam} = " not in source:
            source = with_line_after(source, "CALLEES", f'{seam} = env.seam("{seam}", default="{HERE}")')
    return source


def with_callees(text: str, service: Service, project: str) -> str:
    """The table of the stage. Raises NoPlace."""
    document = tomlkit.parse(text)
    seams = place_in(document, "seams")
    for seam in map(seam_of, service.calls):
        if seam not in seams:
            add(seams, seam, HERE)
    table = place_in(document, "projects", project)
    if "callees" in table:
        add(table["callees"], service.name, list(service.calls))
    else:
        noted = tomlkit.table().add(tomlkit.comment(NOTE)).add(service.name, list(service.calls))
        table["callees"] = noted.add(tomlkit.nl())
    return tomlkit.dumps(document)


def with_variables(text: str, service: Service) -> str:
    """The README, with a line for each seam that is new. Raises NoPlace where it has no table of variables."""
    for callee in service.calls:
        seam = f"`{seam_of(callee)}`"
        if seam not in text:
            where = f"the seam to {callee}: `{HERE}`, or `http://host/api/{callee}`"
            text = with_row(text, VARIABLES, f"| {seam} | {where} | `{HERE}` |")
    return text
