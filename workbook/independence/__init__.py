"""A project by itself: in an environment that holds what it needs, and no other service."""
