"""Stage 1: every service in one process, on one database."""
