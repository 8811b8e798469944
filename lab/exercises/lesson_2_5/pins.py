"""2.5.4: which versions the backoffice may be given."""

from typing import Any

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from lab.checks import Wrong, exercise

NAME = "clever-service-coupon"
VERSIONS = {
    "0.1.0": (False, "it knows nothing of the channel"),
    "0.2.0": (False, "that was Friday"),
    "0.2.1": (True, "it is the one that was tried"),
    "0.2.2": (True, "it mends a mistake of 0.2.1, and should come by itself"),
    "0.2.17": (True, "it is number seventeen, and comes after number two"),
    "0.2.117": (True, "it is one more mending, and there may be any number of them"),
    "0.3.0": (False, "its second number says that something was taken away"),
    "1.0.0": (False, "nobody has tried it"),
}


@exercise(
    "2.5.4",
    hints=(
        "~=0.2.1 means: at least 0.2.1, and all but the last number stay what they are.",
        "~=0.2 has one number less, so it lets the 2 grow as well.",
        "Several conditions are joined by commas: name>=1,<2.",
    ),
)
def pins(answer: Any) -> str:
    """a text as it stands in `dependencies`, such as "django>=5" """
    if not isinstance(answer, str):
        raise Wrong(f"A text is wanted, as it stands in `dependencies`. You gave {type(answer).__name__}.")
    try:
        wanted = Requirement(answer)
    except InvalidRequirement as error:
        raise Wrong(f"No installer understands this: {str(error).splitlines()[0]}") from error
    if canonicalize_name(wanted.name) != NAME:
        raise Wrong(f"The package is called {NAME}, and you ask for {wanted.name}.")
    if wanted.url or wanted.marker or wanted.extras:
        raise Wrong("A name and its versions are enough: no address, no condition and no extras.")
    for version, (may_come, why) in VERSIONS.items():
        if wanted.specifier.contains(version) != may_come:
            lets = "keeps out" if may_come else "lets in"
            raise Wrong(f"{answer} {lets} {version}: {why}.")
    return "Right. What is mended comes by itself, and what was taken away waits until somebody has looked."
