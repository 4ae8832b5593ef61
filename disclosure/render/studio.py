"""The studio: what is made once a process and used for every page."""

from dataclasses import dataclass
from pathlib import Path

from disclosure.model.site import Site
from disclosure.render.assets import Assets, collect_assets
from disclosure.render.environment import Templates, open_templates
from disclosure.render.markdown import InlineMarkdown


@dataclass(frozen=True, slots=True)
class Studio:
    """Tools and settings that all pages share."""

    site: Site
    templates: Templates
    assets: Assets
    markdown: InlineMarkdown


def open_studio(site: Site, templates: Path) -> Studio:
    """Prepare everything that rendering needs.

    Raises:
        TemplateError: a file of the templates folder is missing.

    """
    return Studio(site, open_templates(templates), collect_assets(templates), InlineMarkdown())
