"""The service: campaigns, Django's own admin on them, and an API in JSON."""
