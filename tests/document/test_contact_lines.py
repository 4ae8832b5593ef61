"""Contacts line by line: labels and texts as typed, in the author's order, numbers linked."""

import json
import os
import random
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from disclosure.document.comparison import Version, compare
from disclosure.page_texts import page_texts
from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.deliveries.blocks import text_blocks
from disclosure.render.deliveries.delivery import render_delivery
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.source.load import LoadedNotice, load_notice
from tests.checks.desk import SHOWN, SOUND, to_yaml, verdict_of
from tests.conftest import ROOT
from tests.pages import SPACE, by_class, elements, visible_text
from tests.render.deliveries.parcels import PASTED, parse, site, squeezed, told

# 2,000 once in a while, as the other long tests.
KINDS = page_texts().document.changes
LISTS = 2000 if "DISCLOSURE_KILLS" in os.environ else 100
# A real list had these eleven lines, in this order; every value is made up.
ELEVEN: list[Any] = [
    {"label": "联系人", "text": "某同志、另一同志"},
    {"label": "值班电话（兼传真）", "phone": "0555-2234567/2234568"},
    {"label": "手机", "phone": "139 0000 0000"},
    {"label": "办公电话", "phone": "0555-2234569（工作日8∶00—12∶00）"},
    {"label": "监督举报电话", "phone": "0555-12388"},
    {"label": "便民热线", "phone": "12345"},
    {"label": "传真", "fax": "0555-2234570"},
    {"label": "电子邮箱", "email": "a@example.com、b@example.com；c@example.com"},
    {"label": "通讯地址", "address": "云岭县城关镇建设路12号（邮政编码：360500）"},
    {"label": "受理时间", "text": "工作日8∶00—12∶00，14∶30—17∶30"},
    {"label": "接访时间", "text": "每月10日、25日"},
]
AROUND = ["如有意见建议，请及时向我们反映。联系方式：", *ELEVEN, "逾期不再受理。"]
# Of ../shared/notices: the sentence or lines in which each notice says how to reach it.
PRINTED: dict[str, tuple[list[Any], list[str]]] = {
    "00-seed": (
        [
            "联系方式:",
            {"label": "电话:", "phone": "05632263070"},
            {"label": "电子邮箱:", "email": "jxzshzzx@example.com"},
        ],
        ["tel:+865632263070", "mailto:jxzshzzx@example.com"],
    ),
    "10-constructed-fullwidth": (
        [
            (
                "如有意见建议，请及时向我们反映。联系方式：电话：0360－5550118；邮政信箱：云岭县城关镇建设路12号"
                "云岭县农业农村局办公室，邮政编码：360500；电子邮箱：ylxnyncj@example.com。"
            )
        ],
        ["tel:+863605550118", "mailto:ylxnyncj@example.com"],
    ),
    "12-constructed-two-level": (
        [
            (
                "公示期内如有意见和建议，请与街道党政办公室联系。"
                "联系人：周工，电话：0360-5550339（工作日8:30—17:30）。"
            )
        ],
        ["tel:+863605550339"],
    ),
    "13-constructed-triplet-status": (
        ["联系方式:电话0360-5550441;电子邮箱lxqwjjdw@example.com。"],
        ["tel:+863605550441", "mailto:lxqwjjdw@example.com"],
    ),
    "15-constructed-64-problems": (
        [
            "联系方式:",
            {"label": "电话:", "phone": "03605551234、03605551235;"},
            {"label": "通讯地址:", "address": "松岚市安澜路3号;"},
            {"label": "电子邮箱:", "email": "slsswjdz@example.com。"},
        ],
        ["tel:+863605551234", "tel:+863605551235", "mailto:slsswjdz@example.com"],
    ),
}


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """Return what renders every notice."""
    return open_renderer(site(), ROOT / "templates")


def loaded(lines: Any) -> LoadedNotice:
    """Return a notice with these contacts."""
    data = SOUND | {"contact": lines if isinstance(lines, dict) else {"lines": lines}}
    notice, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert notice is not None, found
    return notice


def source(notice: LoadedNotice) -> NoticeSource:
    """Return it for every writer."""
    return NoticeSource("a", notice.notice, notice.figures, notice.outline, {})


def typed(lines: list[Any]) -> list[str]:
    """Return the lines as they are to be printed."""
    return [line if isinstance(line, str) else "".join(_typed(line)) for line in lines]


def _typed(line: dict[str, str]) -> Iterator[str]:
    for key, text in line.items():
        yield text if key != "label" or text.endswith((":", "：")) else f"{text}："


def in_text(made: Composed, count: int) -> list[str]:
    """Return the last lines of ``notice.txt``."""
    return plain_text(made).decode("utf-8-sig").rstrip().split("\r\n")[-count:]


def in_blocks(made: Composed, count: int) -> list[str]:
    """Return the last of the blocks that fragments, 公众号 and PDF are made of."""
    blocks = text_blocks(made.document, made.prose)[-count:]
    return ["".join(run.text for run in block.runs) for block in blocks]


def on_page(made: Composed) -> tuple[list[str], list[str]]:
    """Return the lines of the page's contact block, and where its links lead."""
    root = html5lib.parseFragment(made.parts.closing)
    (row,) = by_class(root, "dn-reach__row")
    found = [each for each in row.iter() if _is_line(each)]
    links = [a.get("href", "") for each in found for a in elements(each, "a")]
    return [visible_text(each) for each in found], links


def _is_line(each: Element) -> bool:
    rows = each.tag == SPACE + "div" and len(each) > 0 and each[0].tag == SPACE + "dt"
    return rows or each.get("class") == "dn-lines__text"


def test_eleven_lines(renderer: Renderer) -> None:
    """A real list keeps labels, order and characters in text, page, and what PDF is made of."""
    made = compose(source(loaded(AROUND)), renderer)
    wanted = typed(AROUND)
    assert in_text(made, len(wanted)) == wanted
    assert in_blocks(made, len(wanted)) == wanted
    lines, links = on_page(made)
    assert lines == wanted
    assert links == [
        *("tel:+865552234567", "tel:+865552234568", "tel:+8613900000000", "tel:+865552234569"),
        *("tel:+8655512388", "tel:12345;phone-context=+86"),
        *("mailto:a@example.com", "mailto:b@example.com", "mailto:c@example.com"),
    ]
    assert "联系方式：" not in plain_text(made).decode().replace(AROUND[0], "")


def test_fragments(renderer: Renderer) -> None:
    """Fragments and 公众号 end with the lines as typed."""
    files = render_delivery(source(loaded(AROUND)), renderer, pdf=False)
    wanted = squeezed("".join(typed(AROUND)))
    for name in PASTED:
        assert wanted in squeezed(told(parse(name, files[name])))


@pytest.mark.parametrize("name", PRINTED)
def test_contacts_of_notices(name: str, renderer: Renderer) -> None:
    """What the notices of the tests print can be typed and comes out as printed, linked."""
    lines, links = PRINTED[name]
    made = compose(source(loaded(lines)), renderer)
    assert in_text(made, len(lines)) == typed(lines)
    assert on_page(made) == (typed(lines), links)


def test_programs_are_told(renderer: Renderer) -> None:
    """JSON-LD has a point for each number and mailbox, under its label; a fax is no telephone."""
    made = compose(
        source(loaded([*ELEVEN, {"label": "分机", "phone": "0555-2234567转8001"}])), renderer
    )
    points = json.loads(str(made.linked_data.script))["author"]["contactPoint"]
    said = [tuple(list(point.values())[1:]) for point in points]
    assert ("值班电话（兼传真）", "+865552234568") in said
    assert ("便民热线", "12345") in said
    assert ("分机", "+865552234567 ext. 8001") in said
    assert {"@type": "ContactPoint", "contactType": "传真", "faxNumber": "0555-2234570"} in points
    assert sum("email" in point for point in points) == 3
    fields = compose(source(loaded(SOUND["contact"])), renderer)
    assert "contactPoint" not in str(fields.linked_data.script)


def test_fields_and_lines(renderer: Renderer) -> None:
    """An office by fields keeps its heading; one by lines has none but what is typed."""
    data = SOUND | {"contact": [{"lines": ["来电：0555-2234567。"]}, {"phone": "0563-2263070"}]}
    notice, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert notice is not None, found
    made = compose(source(notice), renderer)
    assert in_text(made, 3) == ["来电：0555-2234567。", "联系方式：", "电话：0563-2263070"]


def codes(lines: list[Any], comment: str = "") -> list[str]:
    """Return what the privacy rules find in contacts, with a comment behind the last line."""
    text = to_yaml(SOUND | {"contact": {"lines": lines}}).rstrip() + comment + "\n"
    return [e.code for e in verdict_of(text).diagnostics if e.code.startswith("privacy.")]


def test_mobiles() -> None:
    """A mobile in a telephone's line is warned of, and can be waived; elsewhere it is an error."""
    mobile = [{"label": "手机", "phone": "139 0000 0000（微信同号）"}]
    assert codes(mobile) == ["privacy.contact_mobile"]
    assert codes(mobile, "  # 豁免 privacy.contact_mobile：值班手机，已批准公开") == []
    for line in ("手机：13900000000。", {"label": "手机", "text": "139-0000-0000"}):
        assert codes(["电话0563-2263070", line]) == ["privacy.mobile"]
    for phone in ("0086 13900000000", "139—0000—0000", "0563-2263070、１３９００００００００"):
        assert codes([{"label": "手机", "phone": phone}]) == ["privacy.contact_mobile"]


def test_numbers_of_the_office_are_known() -> None:
    """Numbers and mailboxes of the lines may stand in the text; others may not."""
    contact = {"lines": [{"phone": "0555-2234567/2234568"}, "邮箱：a@example.com。"]}
    for lead, wanted in (
        ("电话0555-2234568，邮箱a@example.com。", set()),
        ("家属电话0555-2234569，邮箱b@example.com。", {"privacy.landline", "privacy.email"}),
        ("家属电话0555-2234568，邮箱a@example.com。", set()),
    ):
        found = verdict_of(to_yaml(SOUND | {"contact": contact, "lead": lead})).diagnostics
        assert {each.code for each in found if each.code.startswith("privacy.")} == wanted


def test_comparison() -> None:
    """What a line says is compared under its label; moving it is no change of what it says."""
    old, new = compose_all([ELEVEN, [*ELEVEN[1:-1], {"label": "接访时间", "text": "每月10日"}]])
    found = [tuple(each) for each in compare(old, new)]
    assert found == [
        (KINDS.contact, "联系人", "某同志、另一同志", "", 0),
        (KINDS.contact, "接访时间", "每月10日、25日", "每月10日", 0),
    ]


def compose_all(contacts: list[list[Any]]) -> Iterator[Version]:
    """Yield a version for each list of lines."""
    made = open_renderer(site(), ROOT / "templates")
    for lines in contacts:
        notice = loaded(lines)
        document = compose(source(notice), made).document
        yield Version(document, notice.figures, notice.outline)


class Clerk:
    """Types lines of contacts at random."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def number(self) -> str:
        """Return a telephone number in one of the ways of writing it."""
        digits = "".join(self.random.choice("23456789") for _ in range(7))
        other = "".join(self.random.choice("23456789") for _ in range(7))
        return self.random.choice(
            [
                f"0555-{digits}", f"0555{digits}", f"（0555）{digits}", f"0555－{digits}",
                f"0555 {digits[:3]} {digits[3:]}", f"0555-{digits}/{other}", f"0555-{digits}转80",
                f"139 {digits[:4]} {digits[3:]}", "0555-12388", "12345", f"400-{digits[:3]}-{digits[3:]}",
            ]
        )  # fmt: skip

    def line(self) -> Any:
        """Return a line."""
        made: dict[str, str] = {}
        if self.random.random() < 0.8:
            made["label"] = self.random.choice(
                [
                    "值班电话（兼传真）",
                    "手机",
                    "监督举报电话",
                    "通讯地址",
                    "受理时间",
                    "电话:",
                    "信箱：",
                ]
            )
        words = self.random.choice(
            ["", "（工作日8∶00—12∶00）", "；", " <b>&amp;</b>", "（办公室）、"]
        )
        match self.random.choice(["phone", "fax", "email", "address", "text", "sentence"]):
            case "phone" | "fax" as kind:
                made[kind] = self.number() + words
            case "email":
                made["email"] = f"a{self.random.randint(1, 99)}@example.com{words}"
            case "sentence":
                return f"如有意见，请拨打{self.number()}，或来信a@example.com{words}。"
            case kind:
                made[kind] = f"某镇某路{self.random.randint(1, 99)}号{words}"
        return made


def test_random_lines(renderer: Renderer) -> None:
    """Random lines are read back from text, blocks, page and fragments, unchanged and in order."""
    for seed in range(LISTS):
        clerk = Clerk(seed)
        lines = [clerk.line() for _ in range(clerk.random.randint(1, 12))]
        lines.append({"label": "电话", "phone": clerk.number()})
        notice, wanted = loaded(lines), typed(lines)
        made = compose(source(notice), renderer)
        assert in_text(made, len(wanted)) == wanted, seed
        assert in_blocks(made, len(wanted)) == wanted, seed
        assert on_page(made)[0] == wanted, seed
        if seed % 25 == 0:
            files = render_delivery(source(notice), renderer, pdf=False)
            for name in PASTED:
                said = squeezed(told(parse(name, files[name])))
                assert squeezed("".join(wanted)) in said, (seed, name)
