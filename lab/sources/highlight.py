"""Code in colours that belong to the page: JupyterLab's or the site's own, light or dark."""

from functools import cache
from pathlib import Path

COLOURS = {
    # Pygments' short classes: JupyterLab's variable, the site's (Material), and a mid-tone where there is neither.
    "k kc kd kn kp kr kt ow": ("keyword", "keyword", "#8a6fd1"),
    "s s1 s2 sa sb sc sd se sh si sr ss dl": ("string", "string", "#2e9468"),
    "c c1 ch cm cp cs": ("comment", "comment", "#7a7f87"),
    "m mi mf mh mo": ("number", "number", "#c2661a"),
    "nf fm nc nd nn": ("def", "function", "#2f81c7"),
    "nb bp": ("builtin", "constant", "#2e9468"),
    "gi": ("", "", "#2e9468"),
    "gd": ("", "", "#c2661a"),
    "gh gu": ("comment", "comment", "#7a7f87"),
}


@cache
def rules() -> str:
    """The style rules for highlighted code."""
    lines = []
    for names, (jupyter, material, plain) in COLOURS.items():
        chosen = f"var(--jp-mirror-editor-{jupyter}-color, var(--md-code-hl-{material}-color, {plain}))"
        where = ", ".join(f".lab .lab-code .{name}" for name in names.split())
        lines.append(f"{where} {{ color: {chosen if jupyter else plain} }}")
    return "\n".join(lines)


def highlighted(code: str, *, filename: str) -> str:
    """`code` as HTML with pygments' classes; the file's name says which language it is."""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_for_filename
    from pygments.lexers.special import TextLexer
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_for_filename(Path(filename).name, stripnl=False)
    except ClassNotFound:
        lexer = TextLexer(stripnl=False)
    body = highlight(code, lexer, HtmlFormatter(nowrap=True)).rstrip("\n")
    return f'<style>{rules()}</style><div class="lab-code"><pre><code>{body}</code></pre></div>'
