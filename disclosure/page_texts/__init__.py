"""What the program itself prints on pages and in their files, by name and language.

One module a language, and one line for it in ``LANGUAGES``. What a notice says is content and
stands in the notice; words that are values of the model (大类, 已完成) stand in the model; how
official documents write dates and numerals, in ``disclosure.zh``.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from disclosure.page_texts.zh import TEXTS as _ZH

CHINESE: Final = "zh-CN"  # BCP 47, as pages name their language
LANGUAGES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({CHINESE: _ZH})


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


def page_texts(language: str = CHINESE) -> PageTexts:
    """Return the texts of a language of ``LANGUAGES``."""
    return PageTexts(language, LANGUAGES[language])
