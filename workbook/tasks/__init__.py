"""The tasks of the book, a small module each; `tasks.py` at the top lists them.

A task imports what it needs when it runs: invoke loads every task for each call, and `inv down` should not wait for
the notebook machinery.
"""
