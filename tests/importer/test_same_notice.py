"""The same notice in every kind of file is read as the same notice, value by value."""

import functools
import re
from typing import Any, Final, NamedTuple

import pytest

from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.deliveries.pdf import render_pdf
from disclosure.render.deliveries.word.notice import render_docx
from disclosure.render.renderer import open_renderer
from disclosure.source.load import LoadedNotice
from tests.conftest import ROOT
from tests.importer.readers.html.layouts import LAYOUTS, Article
from tests.importer.same_notice import (
    converted,
    differences,
    imported,
    lines_of,
    markdown,
    page,
    word_file,
)
from tests.render.deliveries.parcels import site
from tests.required import missing

TEXTS: Final = {
    "seed": ROOT / "tests/cases/word-for-word/00-seed.txt",
    "two-level": ROOT / "tests/cases/notices/12-two-level.txt",
    "triplet-status": ROOT / "tests/cases/notices/13-triplet-status.txt",
}
NAMES: Final = list(TEXTS)
OFFICE: Final = "云岭县农业农村局"
CLOCK: Final = "09:30"


class Known(NamedTuple):
    """A value that is read otherwise: which, as what, and why it cannot be had."""

    paths: str
    found: Any
    why: str


_OPENING: Final = Known(
    r"sections\.[012]\.sections\.[012]\.run_in",
    None,
    "the answer stood in the line of its heading; our PDF has a labelled answer below it",
)
_SOURCE: Final = Known("source", OFFICE, "the page of the site says it, the text does not")
_TIME: Final = Known("published_time", CLOCK, "the page of the site says it, the text does not")
_INDEX: Final = (
    Known(r"head\.0\.label", "索 引 号", "the page of the site says it, the text does not"),
    Known(r"head\.0\.text", "000-0001", "the page of the site says it, the text does not"),
)
_ANEW: Final = "LibreOffice keeps no count that is set in a .doc: it shows the number twice itself"
# By notice and way; a way that is not here is without difference.
KNOWN: Final[dict[tuple[str, str], tuple[Known, ...]]] = {
    ("two-level", "our.pdf"): (_OPENING,),
    ("seed", "modern"): (_TIME,),
    ("seed", "word"): (_TIME,),
    ("seed", "tables"): _INDEX,
    **{(name, "tables"): (_SOURCE, *_INDEX) for name in NAMES[1:]},
    **{(name, kind): (_SOURCE,) for name in NAMES[1:] for kind in ("classes", "flat")},
    **{(name, kind): (_SOURCE, _TIME) for name in NAMES[1:] for kind in ("modern", "word")},
    ("seed", "counted.doc"): (
        Known(r"sections\.1\.sections\.0\.sections\.[123]\.sections\.1\.mark", "（1）", _ANEW),
        Known(r"sections\.1\.sections\.1\.sections\.[023]\.sections\.1\.mark", "（1）", _ANEW),
        Known(r"sections\.2\.sections\.1\.mark", "1、", _ANEW),
    ),
    ("two-level", "counted.doc"): (Known(r"sections\.[12]\.sections\.1\.mark", "1.", _ANEW),),
    ("triplet-status", "counted.doc"): (Known(r"sections\.2\.sections\.1\.mark", "（一）", _ANEW),),
}


@functools.cache
def from_text(name: str) -> LoadedNotice:
    """Return a notice as it is read from its text."""
    loaded = imported("notice.txt", "\n".join(lines_of(TEXTS[name])).encode()).loaded
    assert loaded is not None
    return loaded


@functools.cache
def composed(name: str) -> Composed:
    """Return a notice ready to be printed, as it is read from its text."""
    loaded = from_text(name)
    source = NoticeSource(name, loaded.notice, loaded.figures, loaded.outline, {})
    return compose(source, open_renderer(site(), ROOT / "templates"))


def word_files(name: str) -> dict[str, bytes]:
    """Return a notice as Word files, by the way they are made."""
    lines = lines_of(TEXTS[name])
    return {
        "exported": render_docx(composed(name)),
        "counted": word_file(lines, counted=True),
        "typed": word_file(lines, counted=False),
    }


def check(name: str, way: str, file: str, data: bytes) -> None:
    """Check that a file is read as the notice, but for what is known."""
    loaded = imported(file, data).loaded
    assert loaded is not None
    found = differences(from_text(name).notice, loaded.notice)
    known = KNOWN.get((name, way), ())
    for each in known:
        paths = [path for path in found if re.fullmatch(each.paths, path)]
        assert paths, f"no difference any more: {each}"
        for path in paths:
            assert found.pop(path)[1] == each.found, path
    assert found == {}, (name, way)


@pytest.mark.parametrize("name", NAMES)
def test_word_files(name: str) -> None:
    """Ours, one whose numbers Word makes, and one whose numbers are typed."""
    for way, data in word_files(name).items():
        check(name, way, "notice.docx", data)


@pytest.mark.parametrize("name", NAMES)
def test_markdown(name: str) -> None:
    """Title and chapters are headings there."""
    check(name, "markdown", "notice.md", markdown(lines_of(TEXTS[name])))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pages_of_sites(layout: str) -> None:
    """Five layouts of sites around each notice."""
    for name in NAMES:
        notice, lines = from_text(name).notice, lines_of(TEXTS[name])
        text = tuple(line for line in lines[1:] if not line.startswith("来源"))
        assert notice.published is not None
        day = notice.published.isoformat()
        shown = LAYOUTS[layout](Article(lines[0], f"来源：{notice.source or OFFICE}", day, text))
        encoding = "gbk" if layout == "tables" else "utf-8"
        check(name, layout, "notice.html", shown.encode(encoding))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_pdf(name: str) -> None:
    """Our PDF of the notice, and a plain page, both by WeasyPrint: pages, broken lines, feet."""
    try:
        import weasyprint
    except (ImportError, OSError):
        missing("WeasyPrint")
    check(name, "our.pdf", "notice.pdf", render_pdf(composed(name)))
    plain = weasyprint.HTML(string=page(lines_of(TEXTS[name]))).write_pdf()
    check(name, "plain", "notice.pdf", plain)


@pytest.fixture(scope="module", params=["docx", "pdf", "doc"])
def saved(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, bytes]]:
    """Give a kind of file, and all Word files as LibreOffice saves them as that: one start."""
    kind: str = request.param
    sources = {
        f"{name} {way}.docx": data for name in NAMES for way, data in word_files(name).items()
    }
    return kind, converted(sources, kind, tmp_path_factory.mktemp(kind))


@pytest.mark.servers
@pytest.mark.parametrize("name", NAMES)
def test_saved_by_libreoffice(name: str, saved: tuple[str, dict[str, bytes]]) -> None:
    """Each Word file as LibreOffice saves it, prints it, and saves it for old programs."""
    kind, every = saved
    for way in word_files(name):
        data = every[f"{name} {way}"]
        known = f"{way}.{kind}" if (name, f"{way}.{kind}") in KNOWN else way
        check(name, known, f"notice.{kind}", data)
