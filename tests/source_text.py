"""A notice as one row of characters: as published, and as each writer of ours says it.

What is left out, and nothing else:

- white space, the full-width one among it: indents and line ends are layout;
- of a source: its first line ``# source:``, the line in which the site that published it counts
  its readers (来源 … 点击量, 发布时间 … 浏览次数), which is no part of the text, and the entries
  that the notice gives as its own below the title (公开方式：主动公开), which are compared with
  our facts;
- of a page: the elements in ``OWN``, which the page adds to the text, and what it hides from
  readers (``hidden``, ``aria-hidden``); a ``dt`` is a label, and its colon is layout;
- of ``notice.txt``: what stands in the place of a picture ([图：…]), its alternative text;
- of ``notice.txt`` and the PDF: the facts of the head behind the title (发布单位：…), one a line,
  the notice's own entries among them;
- of the PDF: the number of each sheet;
- of a fragment, which has no title: the facts that the form of a CMS does not ask for, before
  the text, and behind it the tables of figures and of problems, which say of themselves that
  the program made them.
"""

import io
import re
import unicodedata
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

import html5lib
import pypdf

from tests.pages import SPACE, by_class, elements

# What a notice page adds to the text, by class or id: head of the site, tools, counts, contents,
# links of problems, headings of the page's own parts (some for screen readers only), codes, figures, ledger, record.
OWN: Final = frozenset(
    {
        "dn-meta",
        "dn-page-tools",
        "dn-summary",
        "dn-side",
        "dn-problem__foot",
        "dn-block-title",
        "dn-hidden",
        "dn-button",
        "dn-qr",
        "dn-figures",
        "ledger",
        "dn-record",
        "dn-stamp",
    }
)
_UNSEEN = {SPACE + name for name in ("script", "style", "template")}
_COUNTED = re.compile(r"\s*(?:来源|发布时间)[:：].*(?:点击量|浏览次数)[:：].*")
_HEAD = re.compile("(?:发布单位|来源|发布时间|发文字号|索引号|数据截至)：")
_OF_THE_FORM = ("发布单位：", "来源：", "发布时间：", "索引号：")
_APPENDED = "由程序根据正文列出，以正文为准。"
_WIDTHS = str.maketrans("“”‘’", "\"\"''")
_AROUND = 20


class Plain(NamedTuple):
    """``notice.txt`` in its parts.

    Attributes:
        title: its first line.
        below: the lines that belong to the title.
        head: the lines of facts behind them.
        text: everything else.

    """

    title: str
    below: tuple[str, ...]
    head: tuple[str, ...]
    text: str

    @property
    def said(self) -> str:
        """Everything but the facts."""
        return self.title + row("".join(self.below)) + self.text


def row(text: str) -> str:
    """Return ``text`` without white space."""
    return "".join(text.split())


def flat(text: str) -> str:
    """Return ``text`` with half-width signs, for sources that came with theirs flattened."""
    return unicodedata.normalize("NFKC", text).translate(_WIDTHS)


def source_text(path: Path, own: tuple[str, ...] = ()) -> str:
    """Return a published text, title first.

    Args:
        path: of the file.
        own: lines that the notice gives as entries of its own below the title.

    """
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("# source:"), path
    assert tuple(line for line in lines if line in own) == own
    kept = [line for line in lines[1:] if not (_COUNTED.fullmatch(line) or line in own)]
    return row("".join(kept))


def page_text(data: bytes) -> str:
    """Return what a notice page says, title first, without what the page adds."""
    root = html5lib.HTMLParser(strict=True).parse(data, transport_encoding="utf-8")
    (main,) = elements(root, "main")
    return row(_said(main))


def page_facts(data: bytes) -> str:
    """Return the facts that a page lists beside the title."""
    root = html5lib.HTMLParser(strict=True).parse(data, transport_encoding="utf-8")
    return "".join(row(_said(facts)) for facts in by_class(root, "dn-facts"))


def _said(element: Element) -> str:
    names = {*element.get("class", "").split(), element.get("id", "")}
    if names & OWN or element.tag in _UNSEEN or element.get("hidden") is not None:
        return ""
    if element.get("aria-hidden") == "true":
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += [_said(child), child.tail or ""]
    said = "".join(parts)
    is_label = element.tag == SPACE + "dt" and said.strip() and not said.endswith("：")
    return f"{said}：" if is_label else said


def plain_parts(data: bytes, own: tuple[str, ...], pictures: tuple[str, ...]) -> Plain:
    """Return the parts of ``notice.txt``.

    Args:
        data: the file.
        own: entries of the notice's own, as lines of the head.
        pictures: what stands in the place of each.

    """
    lines = data.decode("utf-8-sig").split("\r\n")
    titled = lines.index("")
    end = lines.index("", titled + 1)
    head = tuple(lines[titled + 1 : end])
    assert tuple(line for line in head if not _HEAD.match(line)) == own, head
    text = row("".join(lines[end:]))
    for shown in map(row, pictures):
        assert shown in text
        text = text.replace(shown, "", 1)
    return Plain(row(lines[0]), tuple(lines[1:titled]), head, text)


def fragment_text(data: bytes, plain: Plain, problem: str = "问题") -> str:
    """Return what a fragment says, behind the title that it lacks.

    Args:
        data: the fragment.
        plain: the parts of its ``notice.txt``, which tell the facts before the text.
        problem: what its genre calls a problem, and its ledger with it.

    """
    root = html5lib.HTMLParser(strict=True).parseFragment(data.decode("utf-8-sig"))
    blocks = [each for each in root if isinstance(each.tag, str)]
    facts = row("".join(line for line in plain.head if not line.startswith(_OF_THE_FORM)))
    if facts:
        at = len(plain.below)
        assert row("".join(blocks[at].itertext())) == facts
        del blocks[at]
    texts = [row("".join(each.itertext())) for each in blocks]
    if _APPENDED in texts:
        end = texts.index(_APPENDED) - 1
        assert texts[end] in {"主要指标", f"{problem}台账"}
        del texts[end:]
    return plain.title + "".join(texts)


def pdf_text(data: bytes, plain: Plain) -> str:
    """Return what a reader copies out of a PDF, title first."""
    found = []
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(data)).pages, 1):
        text, mark = row(page.extract_text()), f"—{number}—"
        assert text.startswith(mark) or text.endswith(mark)
        found.append(text.removeprefix(mark) if text.startswith(mark) else text[: -len(mark)])
    text = "".join(found)
    head = row("".join(line for line in plain.head if not line.startswith("索引号：")))
    top = plain.title + row("".join(plain.below))
    assert text.startswith(top + head)
    return top + text.removeprefix(top + head)


def difference(found: str, wanted: str) -> str:
    """Return where two rows of characters part, with what stands around; empty for the same."""
    if found == wanted:
        return ""
    pairs = zip(found, wanted, strict=False)
    at = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(found), len(wanted)))
    before = wanted[max(0, at - _AROUND) : at]
    return (
        f"character {at} behind “{before}”: "
        f"wanted “{wanted[at : at + _AROUND]}”, found “{found[at : at + _AROUND]}”"
    )
