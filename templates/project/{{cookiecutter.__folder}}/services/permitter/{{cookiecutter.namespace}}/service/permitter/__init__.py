"""Who may call what: callers, their permits, and a log of who changed them."""
