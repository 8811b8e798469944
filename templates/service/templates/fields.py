{#-
All that depends on a field's type. `all` are the fields in their order; a field has what its type has, and a name and
a label. What a type has:

  column, options   of the model's field
  sent, module      what a request may hold, and which module of clever.contracts has it
  answered, needs   what an answer holds, and what Python has to import for it
  sample, other     two values, for tests; `body` is the first one in JSON, where that is written in another way
  wrong             what is refused
  edges             what is just not refused, as it is sent and as it is given back
-#}
{%- set usual = {"options": [], "module": "", "needs": "", "edges": []} -%}
{%- set types = {
  "str": {
    "column": "CharField", "options": ["max_length=200"],
    "sent": "Line", "module": "text", "answered": "str",
    "sample": '"the first day"', "other": '"the second day"',
    "wrong": ['""', '"x" * 201', '"a\\0b"'],
  },
  "text": {
    "column": "TextField",
    "sent": "Text", "module": "text", "answered": "str",
    "sample": '"It rained."', "other": '"It snowed."',
    "wrong": ["7", '"a\\0b"'],
    "edges": ['""', '"one\\n\\ttwo\\n"'],
  },
  "int": {
    "column": "BigIntegerField",
    "sent": "Int64", "module": "numbers", "answered": "int",
    "sample": "7", "other": "8",
    "wrong": ["1.5", "2**63", "-(2**63) - 1"],
    "edges": ["2**63 - 1", "-(2**63)"],
  },
  "decimal": {
    "column": "DecimalField", "options": ["decimal_places=4", "max_digits=15"],
    "sent": "FixedPoint", "module": "numbers", "answered": "Decimal", "needs": "from decimal import Decimal",
    "sample": '"19.90"', "other": '"20"',
    "wrong": ['"much"', '"NaN"', '"0.00001"', '"1e11"'],
    "edges": ['"99999999999.9999"', '"-99999999999.9999"'],
  },
  "bool": {
    "column": "BooleanField",
    "sent": "bool", "answered": "bool",
    "sample": "True", "other": "False",
    "wrong": ['"perhaps"', "2"],
  },
  "date": {
    "column": "DateField",
    "sent": "date", "answered": "date", "needs": "from datetime import date",
    "sample": '"2026-11-30"', "other": '"2026-12-01"',
    "wrong": ['"30 November"', '"2026-02-29"'],
    "edges": ['"0001-01-01"', '"9999-12-31"'],
  },
  "datetime": {
    "column": "DateTimeField",
    "sent": "Moment", "module": "moments", "answered": "AwareDatetime",
    "sample": '"2026-11-30T09:00:00Z"', "other": '"2026-12-01T09:00:00Z"',
    "wrong": ['"at nine"', '"2026-11-30T09:00:00"', '"1999-12-31T23:59:59Z"'],
    "edges": ['"2000-01-01T00:00:00Z"', '"2199-12-31T23:59:59.999999Z"'],
  },
  "uuid": {
    "column": "UUIDField",
    "sent": "UUID", "answered": "UUID",
    "sample": "uuid4()", "other": "uuid4()", "body": "str(SOME_ID)",
    "wrong": ['"seven"'],
  },
} -%}

{%- set read = namespace(all=[]) -%}
{%- for field in cookiecutter.fields.split(",") -%}
  {%- set name, type = field.split(":") | map("trim") -%}
  {%- set words = name[:-3] if type == "uuid" and name.endswith("_id") else name -%}
  {%- set of_type = dict(usual, **types[type]) -%}
  {%- set read.all = read.all + [dict(of_type, name=name, type=type, label=words.replace("_", " "))] -%}
{%- endfor -%}
{%- set all = read.all -%}
{%- set lines = all | selectattr("type", "equalto", "str") | list -%}
{%- set ids = all | selectattr("type", "equalto", "uuid") | list -%}
{%- set has_player = ids | selectattr("name", "equalto", "player_id") | list -%}
{#- The field that a record is called by, or nothing; the one that tests change; and the one that staff search by. -#}
{%- set called = lines | map(attribute="name") | first | default("") -%}
{%- set changed = (lines + all) | first -%}
{%- set sought = (ids + lines) | first | default({"name": "id", "label": "id"}) -%}
{#- What staff see in a list: not what may be as long as a page. -#}
{%- set short = all | rejectattr("type", "equalto", "text") | map(attribute="name") | reject("equalto", called) | list -%}
{%- set listed = [called or "id"] + short + ["made_at"] -%}
{#- What django.po has no Korean for. -#}
{%- set known = ["player", "title", "made at", "record", "records"] -%}
{%- set untranslated = all | map(attribute="label") | reject("in", known) | unique | list -%}

{#- The contract's imports, each line with a break before it. -#}
{%- set standard_imports %}
{%- for line in all | map(attribute="needs") | select | unique | sort %}
{{ line }}
{%- endfor %}
{%- endset %}
{%- set our_imports %}
{%- for module, found in all | selectattr("module") | groupby("module") %}
from clever.contracts.{{ module }} import {{ found | map(attribute="sent") | unique | sort | join(", ") }}
{%- endfor %}
{%- endset %}

{%- macro modelled(field) -%}
models.{{ field.column }}(_("{{ field.label }}"){% for option in field.options %}, {{ option }}{% endfor %})
{%- endmacro %}

{%- macro migrated(field) -%}
models.{{ field.column }}({% for option in field.options %}{{ option }}, {% endfor %}verbose_name="{{ field.label }}")
{%- endmacro %}

{#- What staff type to find a record, of which a test has what was sent and what was kept. -#}
{%- macro words_for(sent, kept) -%}
{%- if sought.name == "id" %}str({{ kept }}.id)
{%- elif sought.type == "uuid" %}str({{ sent }}.{{ sought.name }})
{%- else %}{{ sent }}.{{ sought.name }}
{%- endif %}
{%- endmacro %}

{#- Arguments of a record in a test: one that is called `text`, and one that is another than that. -#}
{%- macro told(text) %}{% if called %}{{ called }}="{{ text }}"{% endif %}{% endmacro %}
{%- macro another(text) %}{{ told(text) or changed.name ~ "=" ~ changed.other }}{% endmacro %}
