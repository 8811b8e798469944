"""What a project's log says went wrong."""

import re

ERROR = re.compile(r"^(?:[a-z_]+\.)*(?P<what>[A-Z]\w*(?:Error|Exception): .+)$", re.MULTILINE)


def complaint(log: str) -> str:
    """The last line of the last traceback; empty where the log holds none. Log lines may be JSON with it inside."""
    found = ERROR.findall(log.replace("\\n", "\n"))
    return found[-1].split('"')[0].strip() if found else ""
