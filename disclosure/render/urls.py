"""Every address of the site. Links to these never break: they are a contract."""

from typing import NamedTuple
from urllib.parse import quote, urlsplit

from disclosure.uri import as_uri

INDEX = "index.html"
NOT_FOUND = "404.html"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
LISTING = "sha256sum.txt"
# Beside the page of a notice; those that other code than the table of outputs knows by name.
LARGE_PRINT = "big/index.html"
CANONICAL = "notice.json"
TEXT = "notice.txt"
ATTACHED = "files/"
ARCHIVE_LOG = "archive/log.jsonl"
AS_OF = "archive/as-of/index.html"
# Lists by year, unit, genre and state, and what the search reads.
LISTS = "list/"
SEARCHED_UNITS = f"{LISTS}search/units.json"


def history_page(slug: str) -> str:
    """Return the page that lists the versions of a notice."""
    return f"archive/{slug}/index.html"


def sealed_page(slug: str, number: int) -> str:
    """Return the page of a sealed version; its other files stand beside it."""
    return f"archive/{slug}/{number}/index.html"


def comparison_page(slug: str, old: int, new: int) -> str:
    """Return the page that compares two versions."""
    return f"archive/{slug}/{old}...{new}/index.html"


def matter_page(first: str) -> str:
    """Return the page of a matter's ledger, below its first notice."""
    return f"notices/{first}/matter/index.html"


def matter_csv(first: str) -> str:
    """Return the same ledger for spreadsheets."""
    return f"notices/{first}/matter/matter.csv"


def timemap(slug: str) -> str:
    """Return the list of versions for programs (RFC 7089)."""
    return f"archive/{slug}/timemap.link"


def kind_page(kind: str) -> str:
    """Return the page that names every list of a kind, such as every unit."""
    return f"{LISTS}{kind}/{INDEX}"


def list_page(kind: str, key: str, number: int = 0) -> str:
    """Return a page of a list: the newest, or an older one by its number.

    All stand in one folder, so that an entry has the same link on each of them.
    """
    return f"{LISTS}{kind}/{key}/{f'{number}.html' if number else INDEX}"


def list_feed(kind: str, key: str) -> str:
    """Return the feed of a list."""
    return f"{LISTS}{kind}/{key}/{FEED}"


def search_part(year: str, number: int) -> str:
    """Return one file of the search index."""
    return f"{LISTS}search/{year}-{number}.json"


def sitemap_part(number: int) -> str:
    """Return one of several sitemaps, which ``SITEMAP`` then names."""
    return f"sitemap-{number}.xml"


class NoticeUrls(NamedTuple):
    """Files of one notice, relative to the site's root."""

    slug: str

    @property
    def folder(self) -> str:
        """The notice's folder, with a final slash; it is also the notice's address."""
        return f"notices/{self.slug}/"

    @property
    def page(self) -> str:
        """The notice."""
        return self.beside(INDEX)

    @property
    def large_print(self) -> str:
        """大字版."""
        return self.beside(LARGE_PRINT)

    @property
    def canonical(self) -> str:
        """The bytes that the digest is taken of."""
        return self.beside(CANONICAL)

    @staticmethod
    def attached_beside(name: str) -> str:
        """Return the link to an attached file from the notice's page."""
        return quote(ATTACHED + name)

    def attachment(self, name: str) -> str:
        """Return the place of an attached file."""
        return self.beside(ATTACHED + name)

    def beside(self, name: str) -> str:
        """Return the place of a file that stands beside the page."""
        return self.folder + name


def upward(place: str) -> str:
    """Return the link from a page to the folder that ``place`` names it from; empty for itself."""
    return "../" * place.count("/")


def as_link(target: str, page: str) -> str:
    """Return the relative link from ``page`` to ``target``, both from the site's root.

    Relative, so that the site works in any folder of any server. ``index.html`` is left out
    of links: the folder is the address.
    """
    here = page.split("/")[:-1]
    there = target.removesuffix("index.html").split("/")
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    up = "../" * (len(here) - shared)
    return quote(up + "/".join(there[shared:])) or "./"


def absolute(base_url: str, target: str) -> str:
    """Return the public address of ``target`` as a URI: host in ASCII, the rest percent-encoded."""
    return root(base_url) + quote(target.removesuffix("index.html"))


def root(base_url: str) -> str:
    """Return the public address of the site as a URI; an ASCII one as it is."""
    try:
        return as_uri(base_url)
    except ValueError:
        return base_url  # a host or port that can be none: the checks tell it


def root_path(base_url: str) -> str:
    """Return the path of the site's root on its host, with slashes: ``/`` or ``/gk/``."""
    return urlsplit(root(base_url)).path or "/"


def host(base_url: str) -> str:
    """Return the bare host name, as ``SiteDomain`` wants it (standards §1.1)."""
    return urlsplit(root(base_url)).hostname or ""
