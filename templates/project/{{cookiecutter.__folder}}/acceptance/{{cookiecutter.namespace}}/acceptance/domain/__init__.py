"""What this publisher promises to its players and its staff."""
