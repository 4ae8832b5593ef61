"""Inline Markdown: bold, emphasis and links; nothing of blocks.

A notice's structure stands in its sections, lists and tables, so a line that begins with
``1.`` or ``#`` is text. HTML is text too. What comes out is sanitised all the same.
"""

import re

import nh3
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

MARKS = re.compile(r"[*\[\\]")
_KEPT_PATTERNS = ("escape", "link", "not_strong", "em_strong")
_TAGS = {"strong", "em", "a", "p"}
_SCHEMES = {"http", "https", "mailto", "tel"}
# Python-Markdown lets ``&nbsp;`` through as an entity; here it is six characters of text.
# Control characters cannot stand in content (source.text refuses them).
_AMPERSAND = "\x10"
_OUTER = ("<p>", "</p>")


class InlineMarkdown:
    """Converts one paragraph at a time; costly to make, cheap to use."""

    def __init__(self) -> None:
        # Not xhtml: the pages are HTML.
        self._markdown = Markdown(output_format="html")
        self._strip_blocks()

    def convert(self, text: str) -> str:
        """Return the HTML of one paragraph, without ``<p>`` around it.

        Args:
            text: a paragraph without line breaks. Unknown links and tags end as text.
        """
        html = self._markdown.reset().convert(text.strip().replace("&", _AMPERSAND))
        clean = nh3.clean(
            html,
            tags=_TAGS,
            attributes={"a": {"href"}},
            url_schemes=_SCHEMES,
            link_rel="noopener noreferrer",
        )
        inner = clean.removeprefix(_OUTER[0]).removesuffix(_OUTER[1])
        return inner.replace(_AMPERSAND, "&amp;")

    def _strip_blocks(self) -> None:
        markdown = self._markdown
        for registry, kept in (
            (markdown.preprocessors, ("normalize_whitespace",)),
            (markdown.parser.blockprocessors, ("empty", "paragraph")),
            (markdown.inlinePatterns, _KEPT_PATTERNS),
            (markdown.treeprocessors, ("inline", "unescape")),
        ):
            for item in list(registry._priority):  # noqa: SLF001 - the registry names no public list
                if item.name not in kept:
                    registry.deregister(item.name)
        if not any(isinstance(p, InlineProcessor) for p in markdown.treeprocessors):
            raise RuntimeError("Markdown without its inline processor")  # pragma: no cover
