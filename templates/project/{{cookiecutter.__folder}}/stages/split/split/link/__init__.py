"""The project of the link service."""
