"""Who does what is done in a shell, for the audit log."""

import getpass
import os


def whose_shell() -> str:
    """The name of the user, or the number of one who has none, as in a container that runs as anybody."""
    try:
        return f"{getpass.getuser()}, in a shell"
    except OSError:
        return f"user {os.getuid()}, in a shell"
