"""A catalogue: what the program itself prints on pages, in one language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from disclosure.page_texts.document_texts import DocumentTexts


class PageTexts(NamedTuple):
    """The texts of one language.

    Attributes:
        language: as pages name it.
        texts: by name; what stands in braces is filled in.
        names: what a notice may call otherwise, and what it is called else.
        named: the texts that these words stand in, by name. A text is filled twice: with these
            words, and where it is printed with what then stands in braces.
        document: what is printed with the notice's own text, in every kind of file.

    """

    language: str
    texts: Mapping[str, str]
    names: Mapping[str, str]
    named: Mapping[str, str]
    document: DocumentTexts

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
            names: some of ``names``, with other words; without braces.

        """
        words = {**self.names, **names}
        named = {name: text.format_map(words) for name, text in self.named.items()}
        return self._replace(texts=MappingProxyType({**self.texts, **named}))
