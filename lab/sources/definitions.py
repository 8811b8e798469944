"""Finding a definition in a Python file, by its syntax tree: nothing is imported, so nothing has to be configured."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Definition:
    """A function, class, method (`Class.method`) or name set at the top of a module, and its lines, from 1."""

    name: str
    path: Path
    first: int
    last: int

    @property
    def code(self) -> str:
        lines = self.path.read_text(encoding="utf-8").splitlines()[self.first - 1 : self.last]
        indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
        return "\n".join(line[indent:] for line in lines)


def definitions(path: Path) -> list[Definition]:
    """All definitions of a Python file, in its order, each with its decorators and the comment right above it."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    return [Definition(name, path, _start(node, lines), node.end_lineno or node.lineno) for name, node in _named(text)]


def _named(text: str) -> Iterator[tuple[str, ast.stmt]]:
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield node.name, node
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                    yield f"{node.name}.{inner.name}", inner
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node


def _start(node: ast.stmt, lines: list[str]) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(one.lineno for one in decorators)])
    while first > 1 and lines[first - 2].lstrip().startswith("#"):
        first -= 1
    return first
