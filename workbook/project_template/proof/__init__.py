"""Whether what is baked holds: each row of answers is baked, and then checked and run as its owner would.

Every stage on every database is among the rows, and every pair of answers to the other questions.
"""
