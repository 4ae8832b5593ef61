"""Inline Markdown: bold, emphasis and links; nothing of blocks.

A notice's structure stands in its sections, lists and tables, so a line that begins with
``1.`` or ``#`` is text. HTML is text too. What a mark means, ``disclosure.model.marked`` says,
here as everywhere; Python-Markdown sets it, and what comes out is sanitised all the same.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from disclosure.render.parts import Compose

if TYPE_CHECKING:
    from markdown import Markdown

    from disclosure.render.paragraph import Paragraph

_ATTRIBUTES = {"a": {"href", "title", "rel", "class", "id", "role"}, "span": {"class"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_OUTER = ("<p>", "</p>")


class InlineMarkdown:
    """Converts one paragraph at a time.

    Parser and sanitiser are loaded when the first text needs them: many notices never do.
    """

    def convert(self, text: str, compose: Compose) -> str:
        """Return the HTML of one paragraph, without ``<p>`` around it.

        Args:
            text: a paragraph without line breaks.
            compose: says what a paragraph is set from: strong, em, a and span.

        """
        import nh3

        markdown, paragraph = self._tools
        paragraph.compose = compose
        clean = nh3.clean(
            markdown.reset().convert(text),
            tags={"strong", "em", "a", "p", "span"},
            attributes=_ATTRIBUTES,
            url_schemes=_SCHEMES,
            link_rel=None,
        )
        return clean.removeprefix(_OUTER[0]).removesuffix(_OUTER[1])

    @cached_property
    def _tools(self) -> "tuple[Markdown, Paragraph]":
        from disclosure.render.paragraph import open_markdown

        return open_markdown()
