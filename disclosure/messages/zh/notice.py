"""Chinese: head and foot of a notice, and its dates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "notice.draft": "没有发布日期 published，按草稿处理：可以检查、移交，预览时打开 notices/文件名/ 这一页；不进目录，也不能审签、定版、发布；日期定了请补上，如 2022-02-23",
        "notice.time_alone": "只有发布时刻，没有发布日期；请写上 published，如 2022-02-23",
    }
)
