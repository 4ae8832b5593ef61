"""English: head and foot of a notice, and its dates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "notice.draft": "published is not given, so this is a draft: it can be checked and delivered, and in the preview its page is notices/<name of the file>/; it is in no list and cannot be signed, sealed or published. Give the date once it is known, like 2022-02-23",
        "notice.time_alone": "there is a time of publication without a date; give published, like 2022-02-23",
    }
)
