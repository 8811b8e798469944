"""The project of the backoffice."""
