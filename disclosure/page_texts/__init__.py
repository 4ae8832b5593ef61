"""What the program itself prints on pages and in their files, by name and language.

One module or package a language, which holds its ``CATALOGUE``, and its entry in ``LANGUAGES``.
What a notice says is content and stands in the notice; words that are values of the model
(大类, 已完成) stand in the model; how official documents write dates and numerals, in
``disclosure.zh``.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from disclosure.page_texts import zh
from disclosure.page_texts.catalogue import PageTexts
from disclosure.page_texts.document_texts import ComparisonTexts, DocumentTexts, LabelTexts

CHINESE: Final = zh.CATALOGUE.language  # BCP 47, as pages name their language
LANGUAGES: Final[Mapping[str, PageTexts]] = MappingProxyType({CHINESE: zh.CATALOGUE})

__all__ = [
    "CHINESE",
    "LANGUAGES",
    "ComparisonTexts",
    "DocumentTexts",
    "LabelTexts",
    "PageTexts",
    "page_texts",
]


def page_texts(language: str = CHINESE) -> PageTexts:
    """Return the texts of a language of ``LANGUAGES``."""
    return LANGUAGES[language]
