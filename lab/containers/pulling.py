"""Pull an image, as a machine does that has never seen it."""

import atexit

from lab.containers.engine import engine, inspected, said
from lab.containers.forgetting import forget
from lab.containers.image import Image, image


def pull(name: str) -> Image:
    """Ask the registry for an image: `lab.containers.pull(pushed.by_digest)`. Its name goes with the notebook.

    Whatever this machine called by that name before is forgotten first. Raises LabError, with the engine's last word,
    where the registry is away or has no such image.
    """
    forget(name)
    plain = ["--tls-verify=false"] if engine().name == "podman" else []
    said("pull", "--quiet", *plain, name)
    # An engine notes the name by digest as well, and keeps it where the tag is given to another image later.
    digests: list[str] = inspected("image", name).get("RepoDigests") or []
    atexit.register(forget, name, *(each for each in digests if name.startswith(each.partition("@")[0])))
    return image(name)
