"""{{ "{" }}{ cookiecutter.service_name }}: records, each under an id that its maker chooses."""
