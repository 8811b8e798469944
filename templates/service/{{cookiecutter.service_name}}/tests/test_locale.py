{%- import "fields.py" as fields with context -%}
from clever.kit.testing.korean import SpeaksKorean


class TestKorean(SpeaksKorean):
    app = "{{ cookiecutter.service_name }}"
    as_they_are = {"request digest"}  # nobody is shown it
{%- if fields.untranslated %}
    as_they_are |= {{ "{" }}{{ fields.untranslated | tojson | replace("[", "") | replace("]", "") }}{{ "}" }}  # until django.po has them
{%- endif %}
