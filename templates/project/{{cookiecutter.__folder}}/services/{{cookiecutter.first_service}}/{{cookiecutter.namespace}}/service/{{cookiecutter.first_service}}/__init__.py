"""{{ cookiecutter.first_service }}: records, each under an id that its maker chooses."""
