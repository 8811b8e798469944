"""The project of the {{ cookiecutter.first_service }} service."""
