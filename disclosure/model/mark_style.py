"""The styles of what is printed before headings and before the items of lists.

Apart: sections and lists both name a style, and sections hold lists; ``marks`` knows the forms.
"""

from enum import StrEnum


class MarkStyle(StrEnum):
    """Marks before headings and items; the first four are the levels of GB/T 9704-2012, 7.3.3."""

    CHAPTER = "一、"
    BRACKETED_HAN = "（一）"
    POINT = "1."
    BRACKETED = "（1）"
    COMMA = "1、"
    CIRCLED = "①"
    WIDE_POINT = "1．"
    NARROW_BRACKETED = "(1)"
    PART = "第一部分"
    PROBLEM = "问题1："
    HAN_IS = "一是"
    ORDINAL = "第一，"
    NONE = "无"
