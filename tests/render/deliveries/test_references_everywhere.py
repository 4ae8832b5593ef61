"""References to figures print the figures: any number of them, wherever prose may stand."""

import csv
import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import Any, get_args, get_type_hints

import pypdf
import pytest
from pydantic import BaseModel

from disclosure.control_characters import refuse_controls
from disclosure.model import fields
from disclosure.model.notice import Notice
from disclosure.render.composed import NoticeSource
from disclosure.render.deliveries.delivery import render_delivery
from disclosure.render.notice_files import render_notice
from disclosure.render.renderer import open_renderer
from disclosure.render.sealed import SealedAs, render_sealed
from disclosure.source.load import load_notice
from tests.checks.desk import SOUND, to_yaml
from tests.conftest import ROOT
from tests.render.deliveries.parcels import site, squeezed
from tests.render.deliveries.word.word_files import lines_of

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
FORMS = {
    "plain": "{{m{0}}}",
    "bold": "**{{m{0}.value}}**{{m{0}.unit}}",
    "marked": "*甲*[乙](https://a.cn)\\*{{m{0}}}",
}
SHOWN = {"plain": "{0}个", "bold": "{0}个", "marked": "甲乙*{0}个"}


def prose_places(model: type[BaseModel], seen: tuple[type, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of every field of ``model`` that holds prose, models inside it included."""
    for name, kind in get_type_hints(model, include_extras=True).items():
        if "paragraphs at" in repr(kind):
            yield (name,)
        for inner in set(_models(kind)) - {*seen, model}:
            yield from ((name, *rest) for rest in prose_places(inner, (*seen, model)))


def _models(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for part in get_args(kind):
        yield from _models(part)


PLACES = (
    *sorted(prose_places(Notice)),
    ("sections", "tables", "rows"),
    ("sections", "content", "table", "rows"),
    ("content", "table", "rows"),
)
# A notice without headings has ``content`` where others have ``sections``, and none in it.
HEADED = tuple(place for place in PLACES if place[0] != "content")
UNHEADED = tuple(place for place in PLACES if "sections" not in place)
_NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"


def test_places() -> None:
    """The places that are tried are those that the model has."""
    assert fields.paragraphs.__name__ == "paragraphs"
    assert {place[1:] for place in UNHEADED if place[0] == "content"} == {
        place[2:] for place in HEADED if place[:2] == ("sections", "content")
    }
    assert {".".join(place) for place in HEADED} == {
        "lead", "closing", "feedback.invitation", "sections.body", "sections.measures",
        "sections.progress", "sections.outcomes", "sections.responses.text",
        "sections.responses.items", "sections.tables.rows",
        "sections.content", "sections.content.text", "sections.content.measures",
        "sections.content.progress", "sections.content.outcomes", "sections.content.answer.text",
        "sections.content.answer.items", "sections.content.table.rows", "sections.content.list.items",
        *(
            f"{place}.{part}"
            for place in (
                "sections.measures", "sections.progress", "sections.outcomes", "sections.responses.items",
                "sections.content.measures", "sections.content.progress", "sections.content.outcomes",
                "sections.content.answer.items", "sections.content.list.items",
            )
            for part in ("text", "items", "closing")
        ),
    }  # fmt: skip


def _name(place: tuple[str, ...]) -> str:
    row, column = divmod(PLACES.index(place), len(_NAMES))
    return f"处{_NAMES[row]}{_NAMES[column]}"


def written(place: tuple[str, ...], count: int, form: str) -> str:
    """Return a text with ``count`` references."""
    name = _name(place)
    return name + "，".join(FORMS[form].format(number) for number in range(count)) + "完。"


def expected(place: tuple[str, ...], count: int, form: str) -> str:
    """Return what that text prints."""
    name = _name(place)
    return name + "，".join(SHOWN[form].format(1000 + number) for number in range(count)) + "完。"


def _block(place: list[str], text: str) -> Any:
    """Return a block of ``content`` with the text in its place."""
    match place:
        case ["answer", *rest]:
            return {"answer": {"label": f"落实{rest[-1]}", rest[0]: _item(rest[1:], text)}}
        case ["list", "items", *rest]:
            return {"list": {"items": _item(rest, text)}}
        case ["table", "rows"]:
            return {"table": {"caption": "后表", "columns": ["列"], "rows": [[text]]}}
        case [name, *rest]:
            return {name: _item(rest, text)}
        case _:
            return text


def _item(place: list[str], text: str) -> Any:
    """Return an item of a list with the text in its place."""
    return [{"text": "另一条。"} | {part: text} for part in place] or text


def source_with(count: int, form: str, places: tuple[tuple[str, ...], ...]) -> NoticeSource:
    """Return a notice with that many references in every place."""
    section: dict[str, Any] = {"title": "下一步工作", "kind": "问题", "responses": []}
    blocks: list[Any] = []
    ordered: dict[str, Any] = {"title": "逐项整改", "kind": "问题", "content": blocks}
    data: dict[str, Any] = SOUND | {"sections": [section, ordered]}
    if places == UNHEADED:
        del data["sections"]
        data["content"] = blocks
    data["metrics"] = [
        {"id": f"m{number}", "name": f"项目{number}", "value": 1000 + number, "unit": "个"}
        for number in range(count)
    ]
    for place in places:
        text = written(place, count, form)
        match place:
            case ("sections", "content", *rest) | ("content", *rest):
                blocks.append(_block(rest, text))
            case (name,):
                data[name] = text
            case ("feedback", name):
                data["feedback"] = {name: text}
            case ("sections", "responses", name, *rest):
                response = {"label": "标签" + "".join((name, *rest)), name: _item(rest, text)}
                section["responses"].append(response)
            case ("sections", "tables", "rows"):
                section["tables"] = [{"caption": "表", "columns": ["列"], "rows": [[text]]}]
            case ("sections", name):
                section[name] = [text]
            case ("sections", name, part):
                section[name] += _item([part], text)
    loaded, found = load_notice(to_yaml(data).encode(), PurePosixPath("a.yaml"))
    assert loaded is not None, found
    return NoticeSource("a", loaded.notice, loaded.figures, loaded.outline, {})


class Words(HTMLParser):
    """Collects the words of a page."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.words = ""
        self.feed(data.decode())

    def handle_data(self, data: str) -> None:
        """Keep them."""
        self.words += data


def words_of(name: str, data: bytes) -> str:
    """Return the words of a file without white space, and without spelt out addresses."""
    if name.endswith(".docx"):
        return squeezed("".join(lines_of(data))).replace("（https://a.cn）", "")
    text = data.decode("utf-8-sig")
    if name.endswith(".html"):
        text = Words(data).words
    elif name.endswith(".csv"):
        text = "\n".join(cell for row in csv.reader(io.StringIO(text)) for cell in row)
    return squeezed(text).replace("（https://a.cn）", "")


@pytest.mark.parametrize("places", [HEADED, UNHEADED], ids=["headed", "unheaded"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("count", [1, 10, 11, pytest.param(100, marks=pytest.mark.slow)])
def test_pages_and_data(count: int, form: str, places: tuple[tuple[str, ...], ...]) -> None:
    """Pages, texts, tables, fragments, single page and sealed version print every figure."""
    source, renderer = source_with(count, form, places), open_renderer(site(), ROOT / "templates")
    files = dict(render_notice(source, renderer).files)
    files |= render_delivery(source, renderer, pdf=False)
    sealed = SealedAs(1, "2022-03-01T09:00:00+08:00", "首次公布", "首次公布")
    files |= {
        f"sealed/{name}": data for name, data in render_sealed(source, renderer, sealed)[0].items()
    }
    whole = {
        "notices/a/index.html", "notices/a/big/index.html", "notices/a/notice.txt",
        "sealed/index.html", "sealed/notice.txt", "fragment.html", "fragment-plain.html",
        "wechat.html", "standalone.html", "notice.txt", "notice.docx",
    }  # fmt: skip
    for name in whole:
        words = words_of(name, files[name])
        for place in places:
            assert expected(place, count, form) in words, (name, place)
    told = {"measures", "progress", "outcomes", "text", "items", "closing"}
    untold = {("sections", "content", "text"), ("closing",)}
    answers = [p for p in HEADED if p[-1] in told and p not in untold and "list" not in p]
    ledgers = ("notices/a/ledger.csv", "ledger.csv", "sealed/ledger.csv")
    for name in ledgers if places == HEADED else ():
        words = words_of(name, files[name])
        for place in answers:
            assert expected(place, count, form) in words, (name, place)
    for name, data in files.items():
        refuse_controls(name, data)
        text = words_of(name, data) if name.endswith(".docx") else data.decode()
        assert not _CONTROL.search(text), name


@pytest.mark.slow
@pytest.mark.usefixtures("weasyprint")
@pytest.mark.parametrize(
    ("count", "form", "places"),
    [
        (1, "bold", HEADED),
        (11, "marked", HEADED),
        (100, "plain", HEADED),
        (11, "marked", UNHEADED),
    ],
    ids=["1-bold", "11-marked", "100-plain", "unheaded"],
)
def test_pdf(count: int, form: str, places: tuple[tuple[str, ...], ...], tmp_path: Path) -> None:
    """The text layer of the PDF has every figure of every place, in order."""
    files = render_delivery(
        source_with(count, form, places), open_renderer(site(), ROOT / "templates"), pdf=True
    )
    place = tmp_path / "notice.pdf"
    place.write_bytes(files["notice.pdf"])
    pages = [squeezed(page.extract_text()) for page in pypdf.PdfReader(place).pages]
    pages = [re.sub(f"^—{n}—|—{n}—$", "", page) for n, page in enumerate(pages, 1)]
    # A table that goes on has its head once more.
    text = "".join(page.removeprefix("列") for page in pages)
    text = text.replace("（https://a.cn）", "").replace("[", "").replace("]", "")
    assert not _CONTROL.search(text)
    for where in places:
        assert expected(where, count, form) in text, where
