"""The behaviour suite: the same tests over HTTP against every running stage.

pytest --pyargs {{ cookiecutter.namespace }}.acceptance --stage monolith          starts the stage for the tests, with a database of its own
pytest --pyargs {{ cookiecutter.namespace }}.acceptance --stage-map FILE ...      uses one that runs: FILE is what `inv status --json` prints

`generic` is true of any service; `domain` is about this publisher. The suite imports no service: it speaks HTTP, like
everyone else outside. It can be run again and again on one stage, since it makes what it needs afresh.
"""
