"""Small chapters for the tests of the book's machinery. The lab in them is a stand-in that only reports."""

from pathlib import Path
from textwrap import dedent

from workbook.book import Book

PATH = "1_monolith/1_sample"

SAMPLE = """\
---
minutes: 5
---

# A sample lesson

Prose before the first cell, with a link to [the next](2_next.md).

```{code-cell}
:name: stand-in-lab
:tags: [setup]

import json, os

class lab:
    @staticmethod
    def check(id, answer):
        passed = answer(2) == 4
        with open(os.environ["LAB_WALK"], "a") as events:
            print(json.dumps({"kind": "check", "id": id, "passed": passed}), file=events)
        if not passed:
            raise ValueError("two doubled is four")
```

Now you.

```{code-cell}
:name: double
:tags: [exercise]

def double(number):
    # Return twice the number.
    # solution begins
    return 2 * number
    # solution ends

lab.check("1.1.1", double)
```

```{code-cell}
:name: wrong-double-1
:tags: [wrong]
:exercise: double

def double(number):
    return number

lab.check("1.1.1", double)
```

```{code-cell}
:name: wrong-double-2
:tags: [wrong]
:exercise: double

def double(number):
    return 3 * number

lab.check("1.1.1", double)
```

And now the sum.

```{code-cell}
:name: the-sum

print("sum:", double(20) + 2)
```

That was all.
"""

TRANSLATION = """\
# 예제 수업

첫 번째 셀 앞의 글이에요.

```{code-cell}
:name: stand-in-lab
```

이제 여러분 차례예요.

```{code-cell}
:name: double
```

합계를 볼까요?

```{code-cell}
:name: the-sum
```

끝이에요.
"""


def book_with(root: Path, text: str = SAMPLE, *, path: str = PATH, translation: str = "") -> Book:
    """A book of one lesson in an empty folder."""
    book = Book(root)
    _write(book.chapters() / f"{path}.md", text)
    if translation:
        _write(book.chapters("ko") / f"{path}.md", translation)
    return book


def lesson_with(code_cell: str) -> str:
    """A lesson of one cell, for a test that breaks one rule."""
    return f"# A title\n\n{dedent(code_cell)}"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
