"""What is to be seen while a project is away, which the table in clever.runner.needs foretells. Only with --without."""
