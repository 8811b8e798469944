"""The project of the backoffice, which knows of event as well."""
