"""Compiled templates, kept between builds: compiling takes longer than rendering a notice.

They lie in ``.cache/`` as Python's own compiled modules lie in ``__pycache__``: made on this
machine from the source that stands beside their checksum, and made anew when in doubt.
"""

import marshal
import sys
from contextlib import suppress
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from disclosure.files import replace_file, sha256_hex
from disclosure.page_texts import PageTexts
from disclosure.render.template_code import CODE_VERSION


class CompiledTemplates(BytecodeCache):
    """Keeps one file for each template; what is damaged or of another version is ignored.

    Args:
        folder: where they lie.
        texts: what stands in the templates once they are compiled: the words of pages.

    """

    def __init__(self, folder: Path, texts: PageTexts) -> None:
        self._folder = folder
        self._texts = sha256_hex(repr((texts.language, sorted(texts.texts.items()))).encode())

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill ``bucket``, if what it wants lies here."""
        try:
            head, _, code = self._path(bucket).read_bytes().partition(b"\n")
        except OSError:
            return
        if head != self._head(bucket, code):
            return
        with suppress(ValueError, EOFError, TypeError):
            found = marshal.loads(code)  # noqa: S302 - see above
            if isinstance(found, CodeType):
                bucket.code = found

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what ``bucket`` holds; that it cannot be kept is no reason to stop."""
        if bucket.code is None:
            return
        code = marshal.dumps(bucket.code)
        with suppress(OSError):
            replace_file(self._path(bucket), self._head(bucket, code) + b"\n" + code)

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.bin"

    def _head(self, bucket: Bucket, code: bytes) -> bytes:
        versions = f"{sys.version_info[:3]} {jinja2.__version__} {CODE_VERSION}"
        return f"{bucket.checksum} {versions} {self._texts} {sha256_hex(code)}".encode()
