"""Where the site lies that is published: the desk itself shows another one, which is half done.

Apart: sealing and publishing both ask for it.
"""

from disclosure.editorial.check import CheckContext
from disclosure.project.settings import SITE, Settings


def site_settings(settings: Settings) -> Settings:
    """Return the settings of the project as ``build`` and ``publish`` have them.

    ``serve`` builds into the cache, so that nothing half done stands where it may be published
    from; the site that was built for publication also bears witness to the archive.
    """
    return settings._replace(output=settings.root / SITE)


def with_site(context: CheckContext) -> CheckContext:
    """Return a context with these settings."""
    return context._replace(settings=site_settings(context.settings))
