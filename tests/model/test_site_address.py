"""The address of the site: only in the form in which every browser reads it alike."""

from itertools import product
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit

import pytest

from disclosure.messages import say
from disclosure.model.site_address import EXAMPLE, site_address
from disclosure.source.load import load_site
from tests.conftest import SITE

HOST = "https://www.example.gov.cn"
SHOWN = PurePosixPath("content/site.yaml")


def told(address: str, language: str) -> list[str]:
    """Return what loading a site with this address reports as wrong."""
    text = SITE.replace(f"{HOST}/gk/", f"'{address}'")
    loaded = load_site(text.encode(), SHOWN)
    errors = [each for each in loaded.diagnostics if each.code == "field.site_address"]
    assert (loaded.model is None) == bool(errors), loaded.diagnostics
    return [say(each.code, language, dict(each.params)) for each in errors]


@pytest.mark.parametrize(
    ("address", "right"),
    [
        (f"{HOST}//evil.example/", f"{HOST}/evil.example/"),
        (f"{HOST}//gk/", f"{HOST}/gk/"),
        (f"{HOST}/gk//", f"{HOST}/gk/"),
        (f"{HOST}/gk/index.html", f"{HOST}/gk/"),
        (f"{HOST}/gk/index.html/", f"{HOST}/gk/"),
        (f"{HOST}/Default.aspx", f"{HOST}/"),
        (f"{HOST}/gk/?a=1", f"{HOST}/gk/"),
        (f"{HOST}/gk/?", f"{HOST}/gk/"),
        (f"{HOST}/gk/#", f"{HOST}/gk/"),
        (f"{HOST}/gk/#top", f"{HOST}/gk/"),
        (f"{HOST}:99999/", f"{HOST}/"),
        (f"{HOST}:abc/gk/", f"{HOST}/gk/"),
        (f"{HOST}:0/", f"{HOST}/"),
        (f"{HOST}:/", f"{HOST}/"),
        (f"{HOST}:-1/", f"{HOST}/"),
        (f"{HOST}:０８０/", f"{HOST}/"),
        (f"{HOST}:0{'9' * 5000}/", f"{HOST}/"),
        (f"{HOST}:08080/", f"{HOST}:8080/"),
        (f"{HOST}./gk/", f"{HOST}/gk/"),
        ("https://www..example.gov.cn/", f"{HOST}/"),
        ("https://www。example．gov｡cn/", f"{HOST}/"),
        ("https://user:word@www.example.gov.cn/", f"{HOST}/"),
        (f"{HOST}/gk/../x/", f"{HOST}/gk/x/"),
        (f"{HOST}/./gk/", f"{HOST}/gk/"),
        (f"{HOST}/%2e%2E/gk/", f"{HOST}/gk/"),
        ("https:///gk/", EXAMPLE),
        ("//www.example.gov.cn/", EXAMPLE),
        ("www.example.gov.cn", EXAMPLE),
        ("ftp://www.example.gov.cn/", EXAMPLE),
        ("https://.../", EXAMPLE),
        (f"{HOST}/g k/", EXAMPLE),
        (f"{HOST}\\gk/", EXAMPLE),
    ],
)
def test_wrong_forms_are_refused_and_the_right_one_is_shown(address: str, right: str) -> None:
    """The message names the address and the right form, which is accepted, in both languages."""
    for language in ("zh", "en"):
        (message,) = told(address, language)
        assert right in message
        assert told(right, language) == []


@pytest.mark.parametrize(
    "address",
    [HOST, f"{HOST}/", f"{HOST}/gk", f"{HOST}/gk/v1.0/", f"{HOST}:8443/gk/", "http://127.0.0.1:80/",
     "http://[::1]:8000/a/", "https://政务.example.cn/公开/", "HTTPS://A.cn/", f"{HOST}/%E5%85%AC/"],
)  # fmt: skip
def test_right_forms_stay_as_they_are(address: str) -> None:
    """An address in its right form is kept, with a slash at its end."""
    assert told(address, "zh") == []
    assert site_address(address) == (address if address.endswith("/") else f"{address}/")


def test_what_is_accepted_joins_as_a_browser_joins_it() -> None:
    """Of 4,000 generated addresses, each that is accepted gives addresses below itself only."""
    hosts = ("a.cn", "a.cn.", "a..cn", "u@a.cn", "a。cn", "a.cn:1", "a.cn:x", "[::1]", "")
    parts = (
        "",
        "/",
        "//",
        "/gk",
        "/index.html",
        "/..",
        "/%2e",
        "/.",
        "/b.cn",
        "?x",
        "#x",
        "\\",
        ":80",
    )
    accepted = 0
    for host, first, second in product(hosts, parts, parts):
        for last in ("", "/", "//"):
            address = f"https://{host}{first}{second}{last}"
            right = site_address(address)
            if right is None or address not in {right, right[:-1]}:
                continue
            accepted += 1
            assert site_address(right) == right
            assert urljoin(right, "notices/a/") == f"{right}notices/a/"
            assert urlsplit(right).path.count("//") == 0
            assert urljoin(f"{right}notices/a/", "../../") == right
    assert accepted > 20
