"""The machine of a measurement: what a figure depends on, and nothing that says whose it is."""

import os
import platform
import subprocess
from functools import cache
from pathlib import Path


@cache
def machine() -> dict[str, str | int]:
    """Processors, their model, Python and platform. No host name, no user, no path."""
    return {
        "cpus": os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count() or 1,
        "model": _model(),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "platform": f"{platform.system()} {platform.machine()}",
    }


def _model() -> str:
    """The processor's name as its maker gives it, or its architecture where nobody tells."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.lower().startswith(("model name", "hardware")):
                return line.partition(":")[2].strip()
    except OSError:
        pass  # not Linux
    if platform.system() == "Darwin":
        command = ["/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() or "unknown"
    return platform.processor() or platform.machine() or "unknown"
