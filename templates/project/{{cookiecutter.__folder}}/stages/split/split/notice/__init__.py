"""The project of the notice service."""
