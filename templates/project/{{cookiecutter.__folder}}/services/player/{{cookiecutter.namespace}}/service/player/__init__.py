"""player: players and what they own."""
