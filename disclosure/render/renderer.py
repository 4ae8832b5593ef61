"""The renderer: what is made once a process and used for every page."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from disclosure.files import sha256_hex
from disclosure.model.site import Site
from disclosure.page_texts import PageTexts
from disclosure.render.assets import Assets, collect_assets
from disclosure.render.environment import Templates, open_templates
from disclosure.render.markdown import InlineMarkdown
from disclosure.render.qr import QrDrawer
from disclosure.render.views.frame import Frame, site_frame


class Renderer(NamedTuple):
    """Tools and settings that all pages share.

    Attributes:
        frames: returns, and keeps, what the frames of all pages have from which a link leads to
            the site's root; see ``site_frame``.

    """

    site: Site
    templates: Templates
    assets: Assets
    markdown: InlineMarkdown
    codes: QrDrawer
    compiled: Path | None
    others: dict[tuple[tuple[str, str], ...], Templates]
    frames: Callable[[str], Frame]

    @property
    def texts(self) -> PageTexts:
        """The words of pages."""
        return self.templates.texts

    def naming(self, names: Mapping[str, str]) -> "Renderer":
        """Return the renderer of pages that call things otherwise; see ``PageTexts.naming``.

        A template holds its words once it is compiled, so other words take other templates; they
        are kept for the next notice of the same words.
        """
        if not names:
            return self
        key = tuple(sorted(names.items()))
        if key not in self.others:
            texts = self.texts.naming(names)
            # A folder for each, or each would drive out what the other has compiled.
            name = sha256_hex(repr(key).encode())[:12]
            compiled = self.compiled / name if self.compiled else None
            self.others[key] = open_templates(self.templates.folder, compiled, texts)
        return self._replace(templates=self.others[key])


def open_renderer(
    site: Site, templates: Path, compiled: Path | None = None, texts: PageTexts | None = None
) -> Renderer:
    """Prepare everything that rendering needs.

    Args:
        site: whose pages they are.
        templates: the folder of templates, styles and scripts.
        compiled: where to keep compiled templates for the next time.
        texts: the words of pages; None for the usual ones.

    Raises:
        TemplateError: a file of the templates folder is missing.

    """
    opened = open_templates(templates, compiled, texts)
    assets = collect_assets(templates, opened.texts)
    frames = cache(partial(site_frame, site, assets))
    return Renderer(site, opened, assets, InlineMarkdown(), QrDrawer(), compiled, {}, frames)
