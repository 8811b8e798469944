"""templates/project: what teams bake their own project from, made of the reference app so that both are the same code.

`inv templates` writes it. What is other than in the reference app stands in templates/overlay: files of its own, and
`rules.toml`, which says what is cut where an answer leaves something out. Two trees are made, with the publisher's
domain and without it, and put together into one, whose files ask the answers where the two differ.
"""
