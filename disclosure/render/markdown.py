"""Inline Markdown: bold, emphasis and links; nothing of blocks.

A notice's structure stands in its sections, lists and tables, so a line that begins with
``1.`` or ``#`` is text. HTML is text too. What comes out is sanitised all the same.
"""

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from markupsafe import escape

if TYPE_CHECKING:
    from markdown import Markdown
    from markdown.util import Registry

MARKS = re.compile(r"[*\[\\]")
# Most marks are plain bold, which needs neither parser nor sanitiser; that both ways agree is
# tested with random texts.
_BOLD = re.compile(r"\*\*([^\s*](?:[^*]*[^\s*])?)\*\*")
_KEPT_PATTERNS = ("escape", "link", "not_strong", "em_strong")
_TAGS = {"strong", "em", "a", "p"}
_SCHEMES = {"http", "https", "mailto", "tel"}
# Python-Markdown lets ``&nbsp;`` through as an entity; here it is six characters of text.
# Control characters cannot stand in content (source.text refuses them).
_AMPERSAND = "\x10"
_OUTER = ("<p>", "</p>")


class InlineMarkdown:
    """Converts one paragraph at a time.

    Parser and sanitiser are loaded when the first text needs them: many notices never do.
    """

    def convert(self, text: str) -> str:
        """Return the HTML of one paragraph, without ``<p>`` around it.

        Args:
            text: a paragraph without line breaks. Unknown links and tags end as text.

        """
        bold = _BOLD.sub(r"<strong>\1</strong>", str(escape(text)))
        return self.convert_fully(text) if MARKS.search(bold) else bold.strip()

    def convert_fully(self, text: str) -> str:
        """Return the same as ``convert``, always through parser and sanitiser."""
        import nh3

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

    @cached_property
    def _markdown(self) -> "Markdown":
        from markdown import Markdown
        from markdown.treeprocessors import InlineProcessor

        # Not xhtml: the pages are HTML.
        markdown = Markdown(output_format="html")
        kept: tuple[tuple[Registry[Any], tuple[str, ...]], ...] = (
            (markdown.preprocessors, ("normalize_whitespace",)),
            (markdown.parser.blockprocessors, ("empty", "paragraph")),
            (markdown.inlinePatterns, _KEPT_PATTERNS),
            (markdown.treeprocessors, ("inline", "unescape")),
        )
        for registry, names in kept:
            # The registry has no public list of its names.
            for item in list(vars(registry)["_priority"]):
                if item.name not in names:
                    registry.deregister(item.name)
        if not any(isinstance(p, InlineProcessor) for p in markdown.treeprocessors):
            raise RuntimeError("Markdown without its inline processor")  # pragma: no cover
        return markdown
