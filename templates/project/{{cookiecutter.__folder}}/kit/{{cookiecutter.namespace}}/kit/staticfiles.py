"""Static files for production: named by their content, so that a browser may keep them for ever; compressed once."""

from collections.abc import Iterable, Iterator
from typing import Any

from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage with gzip alone, without source maps, and for what pages ask for.

    It adds Brotli where that package happens to be installed, at its slowest setting: half a minute for the admin and
    the API's pages, at every start, to save a visitor a few kilobytes. Whoever has much traffic should ask for it.
    A source map is read by a developer with the browser's tools open, and is larger than all the rest together.
    Every project of a stage does this at its start, so what nobody asks for is left as it is: the second of the two
    pages that Ninja has for an API, and files under the names that they had before.
    """

    UNUSED = "ninja/redoc."  # where its name begins so

    def post_process(self, paths: dict[str, Any], *args: Any, **options: Any) -> Iterator[Any]:
        used = {name: found for name, found in paths.items() if not name.startswith(self.UNUSED)}
        yield from super().post_process(used, *args, **options)

    def compress_files(self, paths: Iterable[str]) -> Iterator[Any]:
        named_by_content = {*self.hashed_files.values()}
        yield from super().compress_files([path for path in paths if path in named_by_content])

    def create_compressor(self, **options: Any) -> Compressor:
        given = options.pop("extensions", None)  # WHITENOISE_SKIP_COMPRESS_EXTENSIONS, where it is set
        extensions = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map") if given is None else given
        return Compressor(**options, extensions=extensions, use_brotli=False)
