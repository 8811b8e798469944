"""What a browser finds in a page: the form, and the addresses that it would load."""

from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

# Tag and attribute of what a browser loads by itself, unasked.
LOADED = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "video": "src"}


def form_in(page: str) -> dict[str, str]:
    """The fields of the page's form and what is in them, as a browser would send them back.

    Of several forms it is the one with the most fields: the others are for logging out, the language and the like.
    """
    forms = BeautifulSoup(page, "html.parser").find_all("form", method="post")
    assert forms, f"there is no form in this page: {page[:300]}"
    return max((_fields(form) for form in forms), key=len)


def _fields(form: Tag) -> dict[str, str]:
    found: dict[str, str] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name, kind = str(field.get("name", "")), field.get("type")
        if not name or kind in ("submit", "file") or (kind in ("checkbox", "radio") and not field.has_attr("checked")):
            continue
        if field.name == "textarea":
            found[name] = field.text.removeprefix("\n")
        elif field.name == "select":
            chosen = field.find("option", selected=True) or field.find("option")
            found[name] = str(chosen.get("value", chosen.text)) if chosen else ""
        else:
            found[name] = str(field.get("value", "on" if kind == "checkbox" else ""))
    return found


def loaded_by(page: str, address: str) -> list[str]:
    """The whole addresses of what a browser that shows this page loads by itself."""
    soup = BeautifulSoup(page, "html.parser")
    found = [tag.get(LOADED[tag.name]) for tag in soup.find_all(list(LOADED)) if tag.get("rel") != ["alternate"]]
    return [urljoin(address, str(link)) for link in found if link and not str(link).startswith("data:")]


def language_of(page: str) -> str:
    """What the page says that it is written in."""
    html = BeautifulSoup(page, "html.parser").find("html")
    return str(html.get("lang", "")) if isinstance(html, Tag) else ""
