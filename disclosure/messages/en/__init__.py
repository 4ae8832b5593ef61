"""English: the sentences of every part of the program."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from disclosure.messages.en.agreement import MESSAGES as _AGREEMENT
from disclosure.messages.en.checks import MESSAGES as _CHECKS
from disclosure.messages.en.contacts import MESSAGES as _CONTACTS
from disclosure.messages.en.core import MESSAGES as _CORE
from disclosure.messages.en.genres import MESSAGES as _GENRES
from disclosure.messages.en.handover import MESSAGES as _HANDOVER
from disclosure.messages.en.notice import MESSAGES as _NOTICE
from disclosure.messages.en.pictures import MESSAGES as _PICTURES
from disclosure.messages.en.publish import MESSAGES as _PUBLISH
from disclosure.messages.en.text import MESSAGES as _TEXT
from disclosure.messages.en.typography import MESSAGES as _TYPOGRAPHY
from disclosure.messages.en.versions import MESSAGES as _VERSIONS

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **_AGREEMENT,
        **_CHECKS,
        **_CONTACTS,
        **_CORE,
        **_GENRES,
        **_HANDOVER,
        **_NOTICE,
        **_PICTURES,
        **_PUBLISH,
        **_TEXT,
        **_TYPOGRAPHY,
        **_VERSIONS,
    }
)
