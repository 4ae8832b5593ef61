"""Notices made ready for any kind of file, from their YAML."""

from pathlib import Path

from disclosure.model.site import Site
from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.renderer import open_renderer
from disclosure.source.load import load_notice
from tests.checks.desk import SHOWN


def composed_of(text: str, site: Site, templates: Path) -> Composed:
    """Return a notice as composed for every writer."""
    notice, found = load_notice(text.encode(), SHOWN)
    assert notice is not None, found
    files = {each.file: b"%PDF-1.4" for each in notice.notice.attachments if each.file}
    source = NoticeSource("a", notice.notice, notice.figures, notice.outline, files)
    return compose(source, open_renderer(site, templates))
