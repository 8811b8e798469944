"""What makes the book out of its chapters: notebooks, walks, the site, and the tasks that drive them."""

import sys

# jsonschema, which nbformat imports, imports this where it is there, to know an IRI from other text. That compiles 38
# grammars: 2.6 s of a processor in each program that reads a notebook, and no schema here speaks of an IRI.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
