"""Moving house: every row of one stage's databases into another's, ids kept, and proof that none was lost.

It runs in one process that has all models (`manage.py copy_rows`), and opens the databases of both sides beside its
own. Rows pass through Django's fields, so the two sides may be of different kinds.
"""
