"""Texts for properties: of few characters, so that two of them are alike in parts and much looks like Jinja."""

from hypothesis import strategies as st

LINES = st.lists(st.text(alphabet="ab {}%#-'\"", max_size=6), max_size=8)
# Jinja ends lines in its own way, as `\n`; test_building sees that no file ends them otherwise.
ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"))
TEXTS = LINES.map("\n".join) | LINES.map("\n".join).map("{}\n".format) | ANY


def made_of(*words: str) -> st.SearchStrategy[str]:
    """Texts in which these words stand beside each other and beside what Jinja begins and ends with."""
    return st.lists(st.sampled_from([*words, "{", "}", "%", "#", " ", "-", "\n"])).map("".join)
