"""Can a project be made of the answers? All that is in the way is said at once, a line each, and nothing is written.

Cookiecutter puts the answers in and runs this in its own environment, which has the standard library and no more.
"""

import builtins
import html
import json
import keyword
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from urllib.parse import unquote
from zoneinfo import available_timezones

TAKEN: dict[str, str] = {}  # by inv templates
LANGUAGES: frozenset[str] = frozenset()  # by inv templates

ANSWERS = "{{ cookiecutter | jsonify | urlencode }}"  # whatever an answer holds, it does not end this string

Answers = Mapping[str, str]
Problems = Iterator[tuple[str, str]]  # an answer or a part of it, and what is wrong with it
Check = Callable[[str, Answers], Problems]


def words(what: str, listed: str) -> dict[str, str]:
    """What each of the words is already."""
    return dict.fromkeys(listed.split(), what)


PROJECT = words(
    "a part of every project",
    "acceptance composition conftest containers contracts kit manage monolith permittee runner scaffolding services"
    " split stages tasks templates tests",
)
LIBRARIES = words(
    "a library that the project needs",
    "anyio arrow asgiref attr attrs beautifulsoup4 binaryornot bs4 certifi cffi circuitbreaker click cookiecutter"
    " cryptography dateutil django environ execnet filelock google graphql gunicorn h11 harfile httpcore2 httpx"
    " httpx2 hypothesis idna importlinter iniconfig invoke jinja2 jsonschema jwt markupsafe mdurl mypy ninja"
    " opentelemetry packaging pluggy polib protobuf psutil psycopg py pycparser pydantic pygments pyjwt pytest"
    " pythonjsonlogger pyyaml redis referencing requests rich rpds ruff schemathesis slugify sortedcontainers"
    " soupsieve sqlparse stamina supervisor tenacity tomlkit truststore tzdata urllib3 uv werkzeug whitenoise xdist"
    " yaml",
)
PYTHON = words("a builtin of Python's", " ".join(dir(builtins))) | words(
    "a module of Python's standard library",  # of this Python's, or of another's since 3.12
    f"{' '.join(sys.stdlib_module_names)} aifc annotationlib audioop cgi cgitb chunk compression crypt imghdr mailcap"
    " msilib nis nntplib pipes profiling sndhdr spwd sunau telnetlib uu xdrlib",
)
SERVICES = words(
    "something else in a project",  # an app, a setting, a process, or what a contract imports
    "admin admindocs any api auth backoffice cache client compatibility contenttypes database databases decimal"
    " default docs env flatpages gis humanize include int64 line literal login media messages moment nginx ninja"
    " openapi outbox page path pending permitter postgres protocol py redirects redis sentry sessions sitemaps sites"
    " state static staticfiles syndication testing tracing web web2",
)
EXAMPLE = words("a service of the example", "app archive coupon event link notice player vid")
RECORD = {
    **words("what every record has", "id made_at owed request_digest"),
    **words(
        "what every Django model has",
        "adelete arefresh_from_db asave check clean clean_fields date_error_message delete from_db full_clean"
        " get_constraints get_deferred_fields objects pk prepare_database_save refresh_from_db save save_base"
        " serializable_value unique_error_message validate_constraints validate_unique",
    ),
    **words(
        "what every pydantic model has",
        "construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs"
        " validate",
    ),
    **words("something else beside it", "bool cmax cmin ctid date int models self str tableoid timezone xmax xmin"),
}
TYPES = ("str", "text", "int", "decimal", "bool", "date", "datetime", "uuid")

# A line is written into strings in double quotes, into Markdown and into HTML, and has to read the same in all of them.
# A name stands there more often: it is no markup either, and no part of a format or of a shell's command.
NAME_SPOILERS = frozenset("$%*[]|~")
SPOILERS = frozenset('"\\`<>{}\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff')
UNSEEN = ("Cc", "Cs", "Zl", "Zp")  # control characters, halves of characters, ends of lines
BLOCK = re.compile(r"\A(#|[-+] |\d+[.)] )| #+\Z")
EMPHASIS = re.compile(r"\b_|_\b")
MAIL = re.compile(r" <[A-Za-z0-9.+_'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+>\Z")
SLUG, WORD = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*"), re.compile(r"[a-z][a-z0-9]{1,23}")
FIELD = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def line(value: str, answers: Answers, *, longest: int, spoilers: frozenset[str] = SPOILERS) -> Problems:
    spoiling = [c for c in dict.fromkeys(value) if c in spoilers or unicodedata.category(c) in UNSEEN]
    if not 1 <= len(value) <= longest:
        yield value, f"is {len(value)} characters long; take 1 to {longest}"
    elif spoiling:
        yield value, f"holds {' '.join(map(ascii, spoiling))}, which spoils files that it is written into; leave it out"
    elif value != value.strip():
        yield value, "begins or ends with a space; leave it out"
    elif not any(c.isalnum() or unicodedata.category(c) in ("So", "Cn") for c in value):  # Cn: newer than this Python
        yield value, "has no letter, digit or emoji; add one"
    elif BLOCK.search(value):
        yield value, "begins or ends like a heading or a list in Markdown; begin and end with a word"
    elif html.unescape(value) != value:
        yield value, "has a & that begins the name of a character in HTML; put a space after it"


def project_name(value: str, answers: Answers) -> Problems:
    yield from line(value, answers, longest=80, spoilers=SPOILERS | NAME_SPOILERS)
    if EMPHASIS.search(value):
        yield value, "has a _ at the edge of a word, which is emphasis in Markdown; leave it out"


def author(value: str, answers: Answers) -> Problems:
    name = MAIL.sub("", value)
    if "<" in name or ">" in name:
        yield value, "has no address between < and >; write Name <mail@example.org>, or a name"
    else:
        yield from line(name if len(value) <= 100 else value, answers, longest=100)


def slug(value: str, answers: Answers) -> Problems:
    part = value.removeprefix(f"{answers['namespace']}-")
    if not SLUG.fullmatch(value) or not 2 <= len(value) <= 40:
        yield value, "is no slug; take 2 to 40 lower-case letters and digits, a letter first, and - between words"
    elif what := (PROJECT | LIBRARIES).get(value):
        yield value, f"is {what}; take another slug, such as {value[:32]}-project"
    elif part != value and re.fullmatch(r"acceptance|contracts|kit|runner|scaffolding|(service|stage)-.*", part):
        yield value, f"is what a part of {answers['namespace']} is called; take another slug, such as {part}-project"
    elif value != answers["__folder"]:
        yield value, f"is not the folder, which is {answers['__folder']!r}; leave __folder out of the answers"


def word(value: str, answers: Answers, *, others: Mapping[str, str]) -> Problems:
    if not WORD.fullmatch(value):
        yield value, "is not one word; take 2 to 24 lower-case letters and digits, a letter first"
    elif keyword.iskeyword(value) or keyword.issoftkeyword(value):
        yield value, f"is a keyword of Python's; take another word, such as {value}app"
    elif what := others.get(value):
        yield value, f"is {what}; take another word, such as {value[:21]}app"


def first_service(value: str, answers: Answers) -> Problems:
    example = EXAMPLE if answers["example"] == "yes" else {}
    yield from word(value, answers, others=PROJECT | SERVICES | TAKEN | example)
    if value == answers["namespace"]:
        yield value, "is the namespace as well; take another word for one of the two"


def fields(value: str, answers: Answers) -> Problems:
    parts = [part.strip() for part in value.split(",")]
    names = [part.partition(":")[0].strip() for part in parts]
    if len(parts) > 20:
        yield value, f"has {len(parts)} fields; take 1 to 20"
    for at, (part, name) in enumerate(zip(parts, names, strict=True)):
        if not FIELD.fullmatch(name) or len(name) > 40:
            yield part, "has no name that is a field's; take up to 40 of a-z, 0-9 and single _ between, a letter first"
        elif keyword.iskeyword(name):
            yield part, "is called by a keyword of Python's; take another name"
        elif name in RECORD or name.startswith("model_"):
            yield part, f"is called like {RECORD.get(name, 'what every pydantic model has')}; take another name"
        elif name in names[:at]:
            yield part, "is called like a field before it; take another name"
        elif part.partition(":")[2].strip() not in TYPES:
            yield part, f"has no known type; take one of: {', '.join(TYPES)}"


def time_zone(value: str, answers: Answers) -> Problems:
    zones = available_timezones() - {"localtime", "Factory"}  # what these are is up to each machine
    if zones and value not in zones:  # a machine without time zones cannot tell
        yield value, f"is no time zone; take {nearest(value, zones) or 'one such as UTC or Europe/Berlin'}"


def languages(value: str, answers: Answers) -> Problems:
    codes = [code.strip() for code in value.split(",")]
    for at, code in enumerate(codes):
        if code not in LANGUAGES:
            yield code, f"is no language of Django's; take {nearest(code, LANGUAGES) or 'a code such as en or ko'}"
        elif code in codes[:at]:
            yield code, "is there twice; leave one out"
    if answers["example"] == "yes" and not {"en", "ko"} <= set(codes):
        yield value, "lacks en or ko, and the example speaks English and Korean; take both, or leave the example out"


def nearest(value: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(value, known, n=1)), "")


def choice(value: str, answers: Answers, *, of: tuple[str, ...]) -> Problems:
    if value not in of:
        yield value, f"is no choice; take one of: {', '.join(of)}"


CHECKS: Mapping[str, Check] = {
    "project_name": project_name,
    "slug": slug,
    "namespace": partial(word, others=PROJECT | LIBRARIES | PYTHON | TAKEN),
    "description": partial(line, longest=200),
    "author": author,
    "licence": partial(choice, of=("MIT", "Apache-2.0", "BSD-3-Clause", "proprietary")),
    "example": partial(choice, of=("no", "yes")),
    "first_service": first_service,
    "fields": fields,
    "stage": partial(choice, of=("monolith", "split", "containers", "composition")),
    "database": partial(choice, of=("sqlite", "postgresql")),
    "time_zone": time_zone,
    "languages": languages,
    "ci": partial(choice, of=("github", "gitlab", "none")),
    "sentry": partial(choice, of=("no", "yes")),
    "opentelemetry": partial(choice, of=("no", "yes")),
    "editor_config": partial(choice, of=("yes", "no")),
}


def problems(answers: Answers) -> Iterator[str]:
    """What is wrong, a line each: the question, the answer, and what to do."""
    for prompt, check in CHECKS.items():
        value = answers[prompt]
        if not isinstance(value, str):
            yield f"{prompt}: {value!r} is no text; write one"
            continue
        for part, problem in check(value, answers):
            yield f"{prompt}: {part if len(part) <= 60 else part[:59] + '…'!r} {problem}"


if __name__ == "__main__" and (found := list(problems(json.loads(unquote(ANSWERS))))):
    sys.exit("\n".join(found))
