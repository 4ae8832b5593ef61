"""Sentences that the desk's script says in the browser.

Apart: both the words and the texts of a notice are told with what may be chosen.
"""

from typing import Final

from disclosure.messages.catalogues import CATALOGUES
from disclosure.model.status import Status

_PREFIX: Final = "desk.client."


def client_words(language: str) -> dict[str, str]:
    """Return them by the names that the script knows; values stay in braces for it to fill in.

    Args:
        language: of the project's messages.
    """
    own = ((code, said) for code, said in CATALOGUES[language].items() if code.startswith(_PREFIX))
    return {code.removeprefix(_PREFIX): said for code, said in own}


def states() -> list[str]:
    """Return the states of a problem that the script offers, those without an ending first."""
    return [status.value for status in sorted(Status, key=lambda each: each != each.state)]
