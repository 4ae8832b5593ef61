"""Chinese: the sentences of every part of the program."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from disclosure.messages.zh.agreement import MESSAGES as _AGREEMENT
from disclosure.messages.zh.checks import MESSAGES as _CHECKS
from disclosure.messages.zh.contacts import MESSAGES as _CONTACTS
from disclosure.messages.zh.core import MESSAGES as _CORE
from disclosure.messages.zh.desk import MESSAGES as _DESK
from disclosure.messages.zh.desk_actions import MESSAGES as _DESK_ACTIONS
from disclosure.messages.zh.desk_client import MESSAGES as _DESK_CLIENT
from disclosure.messages.zh.editing import MESSAGES as _EDITING
from disclosure.messages.zh.follow_up import MESSAGES as _FOLLOW_UP
from disclosure.messages.zh.genres import MESSAGES as _GENRES
from disclosure.messages.zh.handover import MESSAGES as _HANDOVER
from disclosure.messages.zh.import_command import MESSAGES as _IMPORT_COMMAND
from disclosure.messages.zh.import_fields import MESSAGES as _IMPORT_FIELDS
from disclosure.messages.zh.import_files import MESSAGES as _IMPORT_FILES
from disclosure.messages.zh.import_word import MESSAGES as _IMPORT_WORD
from disclosure.messages.zh.ledger import MESSAGES as _LEDGER
from disclosure.messages.zh.notice import MESSAGES as _NOTICE
from disclosure.messages.zh.pictures import MESSAGES as _PICTURES
from disclosure.messages.zh.publish import MESSAGES as _PUBLISH
from disclosure.messages.zh.stages import MESSAGES as _STAGES
from disclosure.messages.zh.text import MESSAGES as _TEXT
from disclosure.messages.zh.typography import MESSAGES as _TYPOGRAPHY
from disclosure.messages.zh.versions import MESSAGES as _VERSIONS
from disclosure.messages.zh.word_export import MESSAGES as _WORD_EXPORT

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **_AGREEMENT,
        **_CHECKS,
        **_CONTACTS,
        **_CORE,
        **_DESK,
        **_DESK_CLIENT,
        **_EDITING,
        **_DESK_ACTIONS,
        **_EDITING,
        **_FOLLOW_UP,
        **_GENRES,
        **_HANDOVER,
        **_NOTICE,
        **_PICTURES,
        **_PUBLISH,
        **_STAGES,
        **_TEXT,
        **_TYPOGRAPHY,
        **_VERSIONS,
        **_IMPORT_FILES,
        **_IMPORT_WORD,
        **_IMPORT_FIELDS,
        **_IMPORT_COMMAND,
        **_LEDGER,
        **_WORD_EXPORT,
    }
)
