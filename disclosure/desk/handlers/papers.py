"""Papers: pages that need no other file, as the commands write them, shown by the desk."""

import re
from base64 import b64encode
from hashlib import sha256
from typing import Final

from disclosure.desk.handlers.pages import DeskPage

# Its own, first in its head; what is said of content is escaped and can be none.
_STYLE: Final = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


class Paper(DeskPage):
    """Sends a paper; it has one style of its own and nothing that acts."""

    def paper(self, page: bytes) -> None:
        """Send it."""
        style = _STYLE.search(page)
        digest = b64encode(sha256(style[1] if style else b"").digest()).decode()
        policy = (
            f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
            "form-action 'none'; frame-ancestors 'self'"
        )
        self.set_header("Content-Security-Policy", policy)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(page)
