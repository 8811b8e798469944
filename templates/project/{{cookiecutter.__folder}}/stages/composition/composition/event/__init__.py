"""The project of the event service."""
