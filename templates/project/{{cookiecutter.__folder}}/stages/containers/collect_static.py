"""Inside the build: collect static files, ours and other people's, named by their content and compressed.

For all projects at once: what is there does not hang on one project's settings, so an edit of its code collects nothing
again, and no setting has to be made up. `python collect_static.py OURS TARGET`
"""

import sys
import sysconfig
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command


def of_others() -> list[Path]:
    """The folders of static files that installed packages bring."""
    return sorted(folder for folder in Path(sysconfig.get_path("purelib")).rglob("static") if folder.is_dir())


def main(ours: str, target: str) -> None:
    settings.configure(
        INSTALLED_APPS=["django.contrib.staticfiles"],
        STATIC_URL="static/",
        STATIC_ROOT=target,
        STATICFILES_DIRS=[ours, *of_others()],  # of two that are called alike, the first
        STATICFILES_FINDERS=["django.contrib.staticfiles.finders.FileSystemFinder"],
        STORAGES={"staticfiles": {"BACKEND": "staticfiles.StaticFiles"}},  # kit's, by its file alone
        WHITENOISE_KEEP_ONLY_HASHED_FILES=True,  # no page asks for the others
    )
    django.setup()
    call_command("collectstatic", interactive=False, verbosity=0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
