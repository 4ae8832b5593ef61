"""One page of one notice, made at once: what the next build will write, without waiting for it."""

from disclosure.diagnostics import has_errors
from disclosure.pipeline.kept_renderer import KeptRenderer
from disclosure.pipeline.notice_job import review_of
from disclosure.project.last_versions import read_log
from disclosure.project.matter_sources import Known
from disclosure.project.matters import page_of
from disclosure.project.notice_reader import Reading
from disclosure.project.settings import Settings
from disclosure.project.site_file import load_site_file
from disclosure.render import urls
from disclosure.render.composed import compose
from disclosure.render.outputs import OUTPUTS


def make_page(
    reading: Reading,
    settings: Settings,
    renderers: KeptRenderer,
    known: Known | None = None,
    *,
    large: bool,
) -> bytes | None:
    """Return the page of a notice as a build makes it of the same files; nothing is written.

    Args:
        reading: the notice.
        settings: the project.
        renderers: gives its renderer.
        known: see ``matter_sources_now``.
        large: the page in large print.

    Returns:
        The page; None where something is wrong, which the build will say, or where the notice
        was withdrawn.

    Raises:
        TemplateError: a template is broken.
        OutputError: the archive's log cannot be read.

    """
    if reading.loaded is None or has_errors(reading.found):
        return None
    site, found = load_site_file(settings)
    if site is None or has_errors(found):
        return None
    reviewed, _ = review_of(reading, settings, site)
    if has_errors(reviewed.found):
        return None
    last_version = read_log(settings)[0].get(reading.file.slug)
    if last_version and last_version.withdrawn:
        return None
    name = urls.LARGE_PRINT if large else urls.INDEX
    output = next(each for each in OUTPUTS if each.name == name)
    with renderers.of(site) as renderer:
        matter = page_of(reading.file.slug, settings, renderer, known)
        source = reading.source(reading.loaded, reviewed.signed, last_version, matter)
        return output.make(compose(source, renderer))
