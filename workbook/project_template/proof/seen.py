"""What was tested already: the same folder, byte by byte, in a project of the same kind."""

import hashlib
from pathlib import Path
from threading import Lock

from workbook.project_template.tree import read_tree


class Seen:
    """Folders that some row tests. Rows beside each other ask the same one: who asks first has to test it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._seen: set[bytes] = set()

    def is_new(self, folder: Path, kind: str) -> bool:
        """Whether nobody has asked for a folder of this content before, in a project of this kind.

        The project's name needs no word: it is in the content, which imports by it.
        """
        digest = hashlib.sha256(kind.encode())
        for place, content in read_tree(folder).items():
            digest.update(f"{place}\0{len(content)}\0".encode() + content)
        with self._lock:
            new = digest.digest() not in self._seen
            self._seen.add(digest.digest())
        return new
