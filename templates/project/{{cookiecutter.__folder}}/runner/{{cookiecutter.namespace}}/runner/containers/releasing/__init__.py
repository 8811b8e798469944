"""A new version of a stage in containers, service by service, while people go on using it."""

from {{ cookiecutter.namespace }}.runner.containers.releasing.releasing import Released, release

__all__ = ["Released", "release"]
