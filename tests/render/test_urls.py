"""Addresses: relative, short, and inside the site."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.render.urls import NoticeUrls, absolute, as_link, host, root_path, upward


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("index.html", "index.html", "./"),
        ("index.html", "notices/a/index.html", "../../"),
        ("notices/a/index.html", "index.html", "notices/a/"),
        ("notices/a/big/index.html", "notices/a/index.html", "big/"),
        ("notices/a/index.html", "notices/a/big/index.html", "../"),
        ("notices/a/notice.txt", "notices/a/index.html", "notice.txt"),
        ("assets/style.1.css", "notices/a/big/index.html", "../../../assets/style.1.css"),
    ],
)
def test_relative_links(target: str, page: str, expected: str) -> None:
    """Links are relative and name folders, not index files."""
    assert as_link(target, page) == expected


PLACE = st.lists(st.sampled_from(["a", "b", "notices"]), max_size=3).map(
    lambda folders: "/".join([*folders, "index.html"])
)


@given(PLACE, PLACE)
def test_links_lead_to_their_target(target: str, page: str) -> None:
    """Resolved against its page, every link is its target."""
    resolved = posixpath.normpath(posixpath.join(posixpath.dirname(page), as_link(target, page)))
    assert resolved == (posixpath.dirname(target) or ".")


@given(PLACE)
def test_upward_leads_to_the_root(page: str) -> None:
    """What leads upward from a page is its link to the root, which is empty there."""
    assert (upward(page) or "./") == as_link("index.html", page)


def test_public_addresses() -> None:
    """The public address drops index.html; host and root come from the base address."""
    base = "https://www.example.gov.cn/gk/"
    page = NoticeUrls("first").page
    assert absolute(base, page) == "https://www.example.gov.cn/gk/notices/first/"
    assert (host(base), root_path(base)) == ("www.example.gov.cn", "/gk/")
