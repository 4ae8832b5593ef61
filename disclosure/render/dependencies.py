"""Which templates a page is made with, so that only its pages are made anew when one changes."""

from collections.abc import Iterable
from pathlib import Path

from jinja2 import TemplateError

from disclosure.render.archive_pages import ARCHIVE_TEMPLATES
from disclosure.render.assets import asset_files
from disclosure.render.environment import Templates, open_templates
from disclosure.render.former_pages import FORMER_TEMPLATES
from disclosure.render.matter_files import MATTER_TEMPLATES
from disclosure.render.notice_page import NOTICE_TEMPLATES
from disclosure.render.site_pages import SITE_TEMPLATES


def template_uses(folder: Path) -> dict[str, list[str]]:
    """Return the files below ``folder`` that are used for pages of notices and of the site.

    Returns:
        Names relative to the folder, sorted, under ``notice`` and ``lists``; none where a
        template is missing, for then nothing can be said.

    """
    templates = open_templates(folder)
    assets = [path.relative_to(folder).as_posix() for path in asset_files(folder)]
    uses = {}
    for kind, roots in (
        ("notice", (*NOTICE_TEMPLATES, *MATTER_TEMPLATES)),
        ("lists", (*SITE_TEMPLATES, *ARCHIVE_TEMPLATES, *FORMER_TEMPLATES)),
    ):
        try:
            uses[kind] = sorted({*_closure(templates, roots), *assets})
        except (TemplateError, UnicodeDecodeError):
            uses[kind] = []
    return uses


def _closure(templates: Templates, roots: Iterable[str]) -> set[str]:
    """Return ``roots`` and everything they extend, include and import."""
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            for used in templates.references(name):
                # A name that is worked out while rendering could be any template.
                waiting.extend(templates.names() if used is None else [used])
    return found
