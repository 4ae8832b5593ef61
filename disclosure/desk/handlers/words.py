"""Sentences for the script in the browser.

Apart: it speaks of no notice, and of no page of the site.
"""

from disclosure.desk.client_words import client_words, states
from disclosure.desk.handlers.base import Asking


class Words(Asking):
    """Tells the script what to say, and what may be chosen."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET",)

    def get(self) -> None:
        """Send it."""
        language = self.desk.settings.language
        self.answer(words=client_words(language), choices={"status": states()})
