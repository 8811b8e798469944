"""The project of the player service."""
