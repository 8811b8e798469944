"""app: titles, their versions, and whether a game must update."""
