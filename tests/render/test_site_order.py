"""The order in which places are written and deleted."""

import random

from disclosure.render.site_order import in_order, in_order_of_removal

ORDER = (
    "assets/style.0123.css",
    "archive/a/1/files/plan.pdf",
    "archive/a/1/index.html",
    "archive/a/1...2/index.html",
    "notices/a/files/plan.pdf",
    "notices/a/ledger.csv",
    "notices/a/big/index.html",
    "archive/a/timemap.link",
    "archive/a/index.html",
    "notices/a/index.html",
    "archive/log.jsonl",
    "list/genre/abc/feed.xml",
    "list/search/2022-1.json",
    "list/unit/abc/1.html",
    "archive/as-of/index.html",
    "list/unit/abc/index.html",
    "list/unit/index.html",
    "404.html",
    "sitemap-1.xml",
    "robots.txt",
    "sitemap.xml",
    "feed.xml",
    "index.html",
    "sha256sum.txt",
)


def test_nothing_is_linked_to_before_it_is_there() -> None:
    """Files, then their page, then what leads to the page; the listing last."""
    places = list(ORDER)
    random.Random(1).shuffle(places)
    assert in_order(places) == ORDER


def test_what_goes_goes_the_other_way() -> None:
    """What leads to a page goes before the page, the page before its files."""
    assert in_order_of_removal(ORDER) == ORDER[::-1]


def test_a_folder_stands_for_its_page() -> None:
    """A notice or history that is moved in one piece comes where its page would come."""
    pieces = (
        "archive/a/1/index.html",
        "archive/a",
        "notices/a",
        "archive/as-of",
        "list/unit",
        "index.html",
    )
    assert in_order(reversed(pieces)) == pieces
