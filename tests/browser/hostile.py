"""Hostile content: every vector in every free field, and the same pages with harmless words."""

from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element

import yaml

from disclosure.source.load import load_notice
from tests.browser.conftest import build
from tests.conftest import ROOT, SITE
from tests.pages import SPACE, parse_page

VECTORS = (ROOT / "tests/browser/vectors.txt").read_text(encoding="utf-8").splitlines()
# Few enough that one vector does not swallow what the others would do.
GROUPS = [tuple(VECTORS[at : at + 6]) for at in range(0, len(VECTORS), 6)]
HARMLESS = "甲"
SLUG = "n"
# What Markdown and typesetting may add to prose; nothing else may differ from a harmless page.
_PROSE = {SPACE + "strong", SPACE + "em"}
_PROSE_LINK = "noopener noreferrer"


def write_notice(**values: str) -> bytes:
    """Return a small notice with ``values`` (already YAML) set or replaced."""
    base = {"title": "t", "issuer": "i", "published": "2022-02-23", "sections": "[{title: t}]"}
    return "".join(f"{key}: {value}\n" for key, value in (base | values).items()).encode()


def quoted(text: str) -> str:
    """Return ``text`` as a quoted YAML value."""
    return "'" + text.replace("'", "''") + "'"


def accepts_prose(text: str) -> bool:
    """Say whether the loader takes ``text`` as a paragraph."""
    return load_notice(write_notice(lead=quoted(text)), PurePosixPath("x.yaml"))[0] is not None


def as_prose(vector: str) -> str | None:
    """Return the vector as an editor could get it into a paragraph; None where nobody can."""
    for text in (vector, vector.replace("{", "\\{")):
        if accepts_prose(text):
            return text
    return None


def notice_of(every: str, prose: str) -> dict[str, Any]:
    """Return a notice whose free fields all carry ``every``, and its paragraphs ``prose``."""
    return {
        "title": every, "issuer": every, "source": every, "published": "2022-02-23",
        "document_number": every, "unit": every, "summary": every, "keywords": [every],
        "inspection": {
            "team": every, "round": every, "start": "2021-08-31", "end": "2021-09-13",
            "feedback": "2021-10-28",
        },
        "labels": dict.fromkeys(("measures", "progress", "outcomes", "status", "leader"), every),
        "metrics": [
            {"id": f"m{n}", "name": every, "value": "1", "unit": every, "yoy": "2%",
             "period": every, "about": every, "note": every, "group": every, "headline": "true"}
            for n in range(2)
        ],
        "lead": [prose, "{m0}"],
        "sections": [
            {"title": every, "mark": every, "body": prose,
             "tables": [{"caption": every, "columns": [every], "rows": [[prose]], "note": every}],
             "measures": [prose, prose], "progress": prose, "outcomes": [prose],
             "responses": [{"label": every, "text": prose, "items": [prose, prose]}],
             "leader": every, "department": every, "lead_unit": every, "status": "已完成"},
        ],
        "closing": prose,
        "attachments": [{"title": every, "url": "https://example.com/x"}],
        "feedback": {"invitation": prose},
        "contact": {"name": every, "person": every, "email": "a@example.com", "address": every,
                    "hours": every},
        "signature": {"name": every, "date": "2022-02-23"},
    }  # fmt: skip


def build_with(root: Path, every: str, prose: str) -> Path:
    """Build a site of one notice; the site's own names carry ``every`` too."""
    (root / "content" / "notices").mkdir(parents=True)
    site = yaml.safe_load(SITE) | {"base_url": "https://www.example.gov.cn/"}
    site |= {"name": every, "organizer": every}
    site["column"] = {"name": every, "description": every, "keywords": [every], "type": every}
    for path, value in (("site", site), (f"notices/{SLUG}", notice_of(every, prose))):
        text = yaml.safe_dump(value, allow_unicode=True, width=10**9)
        (root / "content" / f"{path}.yaml").write_text(text, encoding="utf-8")
    return build(root, root / "content")


def build_hostile(make_root: Callable[[str], Path], vectors: Iterable[str]) -> Path:
    """Build a site of which every free field carries each of ``vectors``."""
    known = tuple(vectors)
    prose = " ".join(text for vector in known if (text := as_prose(vector))) or HARMLESS
    return build_with(make_root("hostile"), " ".join(known), prose)


def page_names(site: Path) -> list[str]:
    """Return the address of every page of a site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def structure(page: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Return a page's elements with the names of their attributes, Markdown's own aside."""
    return [
        (each.tag, attributes_of(each))
        for each in parse_page(page).iter()
        if not _is_of_prose(each)
    ]


def attributes_of(each: Element) -> tuple[str, ...]:
    """Return the names of an element's attributes; a row's class only says how long its cells are."""
    names = sorted(each.keys())
    return tuple(name for name in names if (each.tag, name) != (SPACE + "tr", "class"))


def _is_of_prose(each: Element) -> bool:
    return (
        each.tag in _PROSE
        or each.get("rel") == _PROSE_LINK
        or (each.tag == SPACE + "span" and each.get("class") == "dn-nb")
    )
