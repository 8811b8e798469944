"""The project of the backoffice, which knows what is new here."""
