{% if cookiecutter.example == "yes" %}"""The project of the backoffice, which knows of event as well."""
{% else %}"""The project of the backoffice, which knows what is new here."""
{% endif %}