"""A service asks a permitter who may call what, and keeps what it was told for a moment."""
