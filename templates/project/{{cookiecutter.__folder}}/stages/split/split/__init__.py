"""Stage 2: one Django project a service, each with a process and a database of its own."""
