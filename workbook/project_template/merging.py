"""Two trees as one: where they differ, a file asks which of them is wanted."""

from difflib import SequenceMatcher

from workbook.errors import BookError
from workbook.project_template.tree import Tree, text_of

BEGIN, ELSE, END = '{{% if cookiecutter.{} == "{}" %}}', "{% else %}", "{% endif %}"


def merged(one: Tree, other: Tree, *, question: str, answer: str) -> Tree:
    """A file that both have, once: its lines as in `one` where `question` is answered so, else as in `other`.

    A file that only one of them has is there as it is: which of them goes is said elsewhere. Raises BookError for a
    file that is no text and not the same in both.
    """
    both = one | other
    for place in one.keys() & other.keys():
        if one[place] != other[place]:
            both[place] = _lines(place, one[place], other[place], BEGIN.format(question, answer))
    return both


def _lines(place: str, one: bytes, other: bytes, begin: str) -> bytes:
    first, second = text_of(one), text_of(other)
    if first is None or second is None:
        raise BookError(f"{place}: is no text, and not the same with every answer; let it be left out instead")
    mine, theirs = first.splitlines(keepends=True), second.splitlines(keepends=True)
    parts = list[str]()
    for tag, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            parts += mine[a:b]
            continue
        parts += [begin, *mine[a:b]]
        parts += [ELSE, *theirs[c:d]] if d > c else []
        parts += [END]
    return "".join(parts).encode()
