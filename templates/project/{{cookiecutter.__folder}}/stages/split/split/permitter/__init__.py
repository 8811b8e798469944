"""The project of the permitter."""
