"""What is to be seen while a project is away, which the table in {{ cookiecutter.namespace }}.runner.needs foretells. Only with --without."""
