"""A new service out of a template: its distribution, its contract, and its place in a stage.

`inv new-service attendance --calls player,coupon` is all of it. Texts are the template's business (templates/service,
rendered by cookiecutter). Here is where they go, and what has to be found out: a free name, free ports, permits.
"""
