"""A second language of pages, made by machine: every word that is not the notice's own carries a mark.

The notice and its site are written in Latin letters as far as the model lets them, so that Han
on a page is the program's, a value of the model (已完成), a mark of a section or a date.
"""

import copy
import html
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

import pytest

from disclosure.document.comparison import Version, compare
from disclosure.document.document import read_document
from disclosure.page_texts import DocumentTexts, PageTexts, page_texts
from disclosure.render.composed import NoticeSource, compose
from disclosure.render.deliveries.delivery import render_delivery
from disclosure.render.notice_files import render_notice
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.render.site_pages import render_site
from disclosure.source.load import LoadedNotice, load_notice, load_site
from tests.checks.desk import SHOWN, to_yaml
from tests.conftest import ROOT, SITE
from tests.document.full_notice import FULL

HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
IDEOGRAPH = re.compile("[\u3400-\u9fff]")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)  # of a style, in the file that holds everything
MARKED = re.compile("⟦[^⟦⟧]*⟧")
# Values that have a form, or are words of the model.
KEPT = {"kind", "numbering", "enumeration", "status", "statuses", "verified", "term_kind"}
KEPT |= {"level", "deadline", "mark", "styles", "rounding", "merge", "head", "rows", "date"}
# How the model and ``disclosure.zh`` write numbers, dates and lists.
NOTATION = re.compile(
    r"[〇一二三四五六七八九十\d]+[年月日]|年底前|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十\d]+[、．是]"
    r"|[（），；、〔〕]|\d+号|至|\u3000"
)


def marked(texts: Any) -> Any:
    """Return texts in a language of their own: each has a mark around it."""
    if isinstance(texts, str):
        return f"⟦{texts}⟧"
    if isinstance(texts, Mapping):
        return {name: marked(text) for name, text in texts.items()}
    parts = [marked(each) for each in texts]
    return type(texts)._make(parts) if hasattr(texts, "_fields") else tuple(parts)


def second_language() -> PageTexts:
    """Return the second catalogue; only what names the language itself is no word."""
    chinese = page_texts()
    own = {name: chinese.text(name) for name in ("page.language", "page.locale")}
    document: DocumentTexts = marked(chinese.document)
    return chinese._replace(
        texts=marked(chinese.texts) | own,
        names=marked(chinese.names),
        named=marked(chinese.named),
        document=document,
    )


def latin(value: Any, key: str = "") -> Any:
    """Return a value of a notice with Latin letters for Han, where it may have them."""
    if key in KEPT and not (key == "head" and isinstance(value[0], dict)):
        return value
    if isinstance(value, dict):
        return {name: latin(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [latin(each) for each in value]
    return IDEOGRAPH.sub("x", value) if isinstance(value, str) else value


def loaded(data: dict[str, Any]) -> LoadedNotice:
    """Return a notice."""
    notice, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert notice is not None, found
    return notice


def notice() -> dict[str, Any]:
    """Return the notice that fills every field, but for labels of its own."""
    data = latin(copy.deepcopy(FULL))
    del data["labels"]
    return data


def site_text() -> str:
    """Return the site; its registrations have a form."""
    rows = SITE.splitlines(keepends=True)
    forms = ("icp:", "police_record:")
    return "".join(row if row.startswith(forms) else IDEOGRAPH.sub("x", row) for row in rows)


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Give a renderer of pages in the second language."""
    read = load_site(site_text().encode(), PurePosixPath("site.yaml"))
    assert read.model is not None, read
    return open_renderer(read.model, ROOT / "templates", texts=second_language())


def source(data: dict[str, Any]) -> NoticeSource:
    """Return a notice as the build has it."""
    made = loaded(data)
    files = {"list.pdf": b"%PDF-1.4"}
    return NoticeSource("a", made.notice, made.figures, made.outline, files)


def unmarked(text: str, own: str) -> set[str]:
    """Return what of a file is neither marked nor a value of the notice."""
    text = COMMENT.sub("", html.unescape(unquote(text)))
    before = ""
    while before != text:
        before, text = text, MARKED.sub("\n", text)
    text = NOTATION.sub("\n", text)
    found = set(re.findall(HAN.pattern + "+", text))
    return {each for each in found if each not in own}


def test_every_file_of_a_notice(renderer: Renderer) -> None:
    """Page, large print, text, tables and what is delivered say nothing without a mark."""
    data = notice()
    own = " ".join(re.findall(HAN.pattern + "+", to_yaml(data) + site_text()))
    files = render_notice(source(data), renderer).files
    files = {**files, **render_delivery(source(data), renderer, pdf=False)}
    assert len(files) > 12
    for name, content in files.items():
        if name.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                content = packed.read("word/document.xml")
            # Names of styles and typefaces, which nobody reads.
            content = re.sub(rb'="[^"]*"', b"", content)
        if not name.endswith(("notice.json", ".pdf")):
            assert unmarked(content.decode("utf-8-sig"), own) == set(), name


def test_lists_of_the_site(renderer: Renderer) -> None:
    """Index, lists, feeds and the page that is not found, too."""
    data = notice()
    summary, own = compose(source(data), renderer).summary, site_text() + to_yaml(data)
    many = [summary._replace(slug=f"n-{number}", genre="x" * (number % 2)) for number in range(120)]
    for made in (render_site([summary], renderer, "head"), render_site(many, renderer, "head")):
        files = made.files | {each.place: each.make() for each in made.lists}
        check_language(files, own)


def check_language(files: dict[str, bytes], own: str) -> None:
    """Find no word in a site's files that is neither the notice's nor of the language."""
    for name, content in files.items():
        if name.endswith((".html", ".xml")):
            assert unmarked(content.decode(), own) == set(), name


def test_comparison() -> None:
    """What changed is named in the language of the page."""
    texts = second_language().document
    old, new = notice(), notice()
    new |= {
        "title": "y",
        "attachments": [],
        "metrics": [{"id": "built", "name": "y", "value": "1"}],
    }
    new["sections"] = [new["sections"][2]]
    new["contact"] = [{"phone": "0563-2263079"}]
    versions = [
        Version(read_document(made.notice, made.outline, (), texts), made.figures, made.outline)
        for made in (loaded(old), loaded(new))
    ]
    found = compare(versions[0], versions[1], texts)
    assert {each.kind for each in found} >= {texts.changes.problem_gone, texts.changes.contact}
    for each in found:
        assert each.kind in texts.changes
        assert unmarked("\n".join((each.what, each.before, each.after)), to_yaml(old)) == set()
