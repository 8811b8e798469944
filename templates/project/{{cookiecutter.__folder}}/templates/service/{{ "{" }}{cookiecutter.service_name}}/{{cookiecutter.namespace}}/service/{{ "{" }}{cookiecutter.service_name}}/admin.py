{{ "{" }}%- import "fields.py" as fields with context -%}
"""The back office for records, to be looked at: they are made by the services that call."""

from django.contrib import admin

from {{ cookiecutter.namespace }}.kit.admin import LookedAtAdmin
from {{ cookiecutter.namespace }}.service.{{ "{" }}{ cookiecutter.service_name }}.models import Record


@admin.register(Record)
class RecordAdmin(LookedAtAdmin):
    list_display = {{ "{" }}{ fields.listed | tojson }}
    search_fields = [{{ "{" }}% for field in fields.lines %}"{{ "{" }}{ field.name }}", {{ "{" }}% endfor %}"=id"{{ "{" }}% for field in fields.ids %}, "={{ "{" }}{ field.name }}"{{ "{" }}% endfor %}]
    date_hierarchy = "made_at"
