"""Static files for production: named by their content, so that a browser may keep them for ever; compressed once."""

from typing import Any

from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage with gzip alone, and without source maps.

    It adds Brotli where that package happens to be installed, at its slowest setting: half a minute for the admin and
    the API's pages, at every start, to save a visitor a few kilobytes. Whoever has much traffic should ask for it.
    A source map is read by a developer with the browser's tools open, and is larger than all the rest together.
    """

    def create_compressor(self, **options: Any) -> Compressor:
        given = options.pop("extensions", None)  # WHITENOISE_SKIP_COMPRESS_EXTENSIONS, where it is set
        extensions = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map") if given is None else given
        return Compressor(**options, extensions=extensions, use_brotli=False)
