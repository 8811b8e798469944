"""A service that can be described: its code, and the settings on which it is tested alone."""

from pathlib import Path

SETTINGS = """
from clever.kit.testing.settings import *
from clever.kit.testing.settings import BASE_APPS

INSTALLED_APPS = [*BASE_APPS, "clever.service.samovar"]
"""
API = '''
from django.contrib.auth.models import User  # as any model, it wants its app
from ninja import Router
from pydantic import BaseModel

router = Router()

class Tea(BaseModel):
    """A cup of it."""

    minutes: int

@router.post("/cups", response=Tea)
def make(request, tea: Tea):
    """Make tea."""
'''


def write_samovar(services: Path, api: str = API) -> Path:
    """Its folder, in that of all services. Python finds it where PYTHONPATH names it."""
    files = {
        "clever/service/samovar/__init__.py": "",
        "clever/service/samovar/api.py": api,
        "tests/settings.py": SETTINGS,
    }
    folder = services / "samovar"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
