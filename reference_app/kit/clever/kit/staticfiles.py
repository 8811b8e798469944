"""Static files for production: named by their content, so that a browser may keep them for ever; compressed once."""

from typing import Any

from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage with gzip alone.

    It adds Brotli where that package happens to be installed, at its slowest setting: half a minute for the admin and
    the API's pages, at every start, to save a visitor a few kilobytes. Whoever has much traffic should ask for it.
    """

    def create_compressor(self, **options: Any) -> Compressor:
        return Compressor(**{**options, "use_brotli": False})
