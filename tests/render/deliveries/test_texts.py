"""Every delivery says what the notice says: all of it, in its order, and nothing else."""

import csv
import io
from pathlib import Path

import pytest

from tests.pages import by_class, visible_text
from tests.render.deliveries.parcels import (
    EVERY,
    NOTICES,
    PASTED,
    SEED,
    delivery,
    loaded,
    parse,
    plain,
    squeezed,
    told,
)

APPENDIX = ("主要指标由程序根据正文列出", "问题台账由程序根据正文列出")


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", PASTED)
def test_pasted_text(path: Path, name: str) -> None:
    """What is pasted is notice.txt to the character, but for what the CMS prints by itself."""
    files = delivery(path)
    title = loaded(path).notice.title
    left_out = ("发布单位：", "来源：", "发布时间：") if name != "wechat.html" else ()
    wanted = plain(files, title, *left_out)
    found = squeezed(told(parse(name, files[name])))
    assert found[: len(wanted)] == wanted
    rest = found[len(wanted) :]
    assert not rest or rest.startswith(APPENDIX)


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_standalone_text(path: Path) -> None:
    """The page in one file holds every paragraph of the text as the site's page has it."""
    files = delivery(path)
    root = parse("standalone.html", files["standalone.html"])
    (text,) = by_class(root, "dn-text")
    shown = squeezed(visible_text(text))
    fragment = parse("fragment-plain.html", files["fragment-plain.html"])
    notice = loaded(path).notice
    paragraphs = [
        squeezed("".join(each.itertext())) for each in fragment if each.tag.endswith("}p")
    ]
    end = next(
        i
        for i, each in enumerate(paragraphs)
        if each.startswith(("附件1", "公示时间", "欢迎", "联系方式"))
    )
    facts = (
        notice.labels.status,
        notice.labels.leader,
        notice.labels.department,
        "发文字号",
        "数据截至",
    )
    wanted = [each for each in paragraphs[:end] if not each.startswith(facts)]
    assert len(wanted) >= (2 if path.stem == "07-contacts" else 10)  # that one is short
    assert [each for each in wanted if each not in shown] == []


@pytest.mark.parametrize("name", PASTED)
def test_appendix_holds_every_figure(name: str) -> None:
    """Each figure of metrics.csv stands in the table that takes the place of the chart."""
    files = delivery(SEED)
    rows = list(csv.DictReader(io.StringIO(files["metrics.csv"].decode("utf-8-sig"))))
    assert len(rows) > 20
    root = parse(name, files[name])
    cells = {squeezed("".join(each.itertext())) for each in root.iter() if each.tag.endswith("}td")}
    for row in rows:
        label, number = row["指标"], row["数值"]
        assert any(cell.startswith(squeezed(label)) for cell in cells), label
        assert any(cell.startswith(number) for cell in cells), (label, number)


def test_ledger_only_where_it_says_more() -> None:
    """The list of problems comes along with statuses, and not where it repeats headings."""
    assert "问题台账" in delivery(EVERY)["fragment.html"].decode()
    assert "问题台账" not in delivery(SEED)["fragment.html"].decode()


def test_copy_holds_the_fragment() -> None:
    """The page that copies holds the fragment byte for byte, and the file begins with a mark."""
    for path in NOTICES:
        files = delivery(path)
        assert files["fragment.html"].startswith(b"\xef\xbb\xbf<")
        assert files["fragment.html"][3:] in files["copy.html"]
