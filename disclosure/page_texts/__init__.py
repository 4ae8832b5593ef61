"""What the program itself prints on pages and in their files, by name and language.

One module a language, and one line for it in ``LANGUAGES``. What a notice says is content and
stands in the notice; words that are values of the model (大类, 已完成) stand in the model; how
official documents write dates and numerals, in ``disclosure.zh``.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from disclosure.page_texts.zh import NAMED as _ZH_NAMED
from disclosure.page_texts.zh import NAMES as _ZH_NAMES
from disclosure.page_texts.zh import TEXTS as _ZH

CHINESE: Final = "zh-CN"  # BCP 47, as pages name their language
LANGUAGES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({CHINESE: _ZH})
# What a notice calls things, and the texts that say it; see ``PageTexts.naming``.
_NAMES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({CHINESE: _ZH_NAMES})
_NAMED: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({CHINESE: _ZH_NAMED})


class PageTexts(NamedTuple):
    """The texts of one language.

    Attributes:
        language: as pages name it.
        texts: by name; what stands in braces is filled in.

    """

    language: str
    texts: Mapping[str, str]

    def text(self, name: str, /, **values: object) -> str:
        """Return the text of ``name`` with ``values`` in it, as plain text.

        Raises:
            KeyError: there is no such text, or a value is missing.

        """
        found = self.texts[name]
        return found.format_map(values) if values else found

    def naming(self, names: Mapping[str, str]) -> "PageTexts":
        """Return the same texts with things called by other names: 信访件台账 for 问题台账.

        Args:
            names: some of those of ``zh.NAMES``; words without braces.

        """
        words = {**_NAMES[self.language], **names}
        named = {name: text.format_map(words) for name, text in _NAMED[self.language].items()}
        return PageTexts(self.language, MappingProxyType({**self.texts, **named}))


def page_texts(language: str = CHINESE) -> PageTexts:
    """Return the texts of a language of ``LANGUAGES``."""
    return PageTexts(language, LANGUAGES[language])
