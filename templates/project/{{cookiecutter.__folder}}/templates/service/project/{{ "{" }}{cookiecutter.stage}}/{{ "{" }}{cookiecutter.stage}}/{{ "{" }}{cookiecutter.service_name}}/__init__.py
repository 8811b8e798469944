"""The project of the {{ "{" }}{ cookiecutter.service_name }} service."""
