"""What is held of the last build while the next one works."""

import shutil

from disclosure.pipeline.build import build_site, cache_path
from disclosure.pipeline.cache import load_cache
from disclosure.pipeline.plan import make_plan
from disclosure.pipeline.stayed import Stayed, stayed_of
from disclosure.project.fingerprint import FileProbe
from disclosure.project.notices import find_notices
from disclosure.render.dependencies import template_uses
from tests.conftest import NOTICE, Project


def held(project: Project) -> Stayed:
    """Return what the next build would hold of the last one."""
    cache = load_cache(cache_path(project.settings))
    files, _ = find_notices(project.settings)
    return stayed_of(cache, make_plan(project.settings, files, cache, FileProbe(), template_uses))


def test_only_what_still_counts_is_held(project: Project) -> None:
    """Of a notice that changed its line is held, to see whether lists show it otherwise."""
    project.write("second", NOTICE)
    assert build_site(project.settings).built
    project.write("second", NOTICE.replace("38", "39"))
    stayed = held(project)
    assert [*stayed.rows] == [*stayed.notices] == ["first"]
    assert {*stayed.lines} == {"first", "second"}


def test_nothing_is_held_of_a_site_that_is_gone(project: Project) -> None:
    """A cache that was kept beside it costs the next build no memory."""
    assert build_site(project.settings).built
    shutil.rmtree(project.output)
    assert held(project) == Stayed({}, {}, {})
