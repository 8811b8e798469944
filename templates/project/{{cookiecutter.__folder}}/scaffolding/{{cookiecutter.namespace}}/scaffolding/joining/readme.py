"""The stage's README: which projects there are, and which variables they read."""

from {{ cookiecutter.namespace }}.scaffolding.edits.markdown import with_row
from {{ cookiecutter.namespace }}.scaffolding.joining.stage_table import BACKOFFICE
from {{ cookiecutter.namespace }}.scaffolding.service import Service, seam_of
from {{ cookiecutter.namespace }}.scaffolding.template import Template

PROJECTS = "| project | serves | calls | may be without for a while |"
VARIABLES = "| variable, of | what it is | default |"


def with_service(text: str, service: Service, template: Template) -> str:
    """The README with the service in its tables. Raises NoPlace where it has none such."""
    name, upper = service.name, service.name.upper()
    serves = f"`/api/{name}/`" + (f", and the process `{name}-worker`" if template.asks else "")
    callees = ", ".join(service.calls)
    without = "each of them, and permitter" if callees else "permitter"
    text = with_row(text, PROJECTS, f"| `{name}` | {serves} | {callees or '-'} | {without} |")
    if service.calls:
        seams = ", ".join(f"`{seam_of(callee)}`" for callee in service.calls)
        text = with_row(text, VARIABLES, f"| {name}: {seams} | the seams to those that it calls | must be set |")
        budget = "how long a request may take, with all the calls that it makes"
        text = with_row(text, VARIABLES, f"| {name}: `BUDGET_SECONDS` | {budget} | 2.0 |")
    if BACKOFFICE in service.stage.own_projects:
        address = f"| {BACKOFFICE}: `{upper}_URL` | for the page that describes all APIs | must be set |"
        database = f"`{name}.sqlite3` in split's folder"
        text = with_row(text, VARIABLES, address)
        text = with_row(
            text, VARIABLES, f"| {BACKOFFICE}: `{upper}_DATABASE_URL` | one more database that it opens | {database} |"
        )
    return text
