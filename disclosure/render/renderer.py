"""The renderer: what is made once a process and used for every page."""

from pathlib import Path
from typing import NamedTuple

from disclosure.model.site import Site
from disclosure.page_texts import PageTexts
from disclosure.render.assets import Assets, collect_assets
from disclosure.render.environment import Templates, open_templates
from disclosure.render.markdown import InlineMarkdown


class Renderer(NamedTuple):
    """Tools and settings that all pages share."""

    site: Site
    templates: Templates
    assets: Assets
    markdown: InlineMarkdown

    @property
    def texts(self) -> PageTexts:
        """The words of pages."""
        return self.templates.texts


def open_renderer(site: Site, templates: Path, compiled: Path | None = None) -> Renderer:
    """Prepare everything that rendering needs.

    Args:
        site: whose pages they are.
        templates: the folder of templates, styles and scripts.
        compiled: where to keep compiled templates for the next time.

    Raises:
        TemplateError: a file of the templates folder is missing.

    """
    opened = open_templates(templates, compiled)
    return Renderer(site, opened, collect_assets(templates, opened.texts), InlineMarkdown())
