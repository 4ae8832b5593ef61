"""The lines for the CMS's form, and the guide."""

import json

import pytest

from tests.render.deliveries.parcels import CASES, EVERY, SEED, delivery


def test_lines() -> None:
    """Every tag stands on a line of its own below its name, as meta.json has it."""
    for path in CASES:
        files = delivery(path)
        tags = json.loads(files["meta.json"])
        text = files["meta.txt"].decode("utf-8")
        assert text.startswith("\ufeff")
        lines = text[1:].split("\r\n")
        assert not any("\n" in line for line in lines)
        assert "Url" not in tags
        assert all(tags.values())
        for name, value in tags.items():
            (at,) = (i for i, line in enumerate(lines) if f" {name}】" in line)
            assert lines[at + 1] == value


def test_values() -> None:
    """The values are the notice's, with its clock time, number and date of figures."""
    files = delivery(EVERY)
    tags = json.loads(files["meta.json"])
    assert tags["PubDate"] == "2024-03-15 09:30"
    assert tags["ContentSource"] == "某县纪委"
    assert tags["SiteIDCode"] == "3418230001"
    text = files["meta.txt"].decode()
    assert "【发文字号】\r\n某局发〔2024〕3号\r\n" in text
    assert "时刻没有填写" not in text


def test_unknown_clock() -> None:
    """Where the notice gives no clock time, the line says so instead of passing 00:00 off."""
    text = delivery(SEED)["meta.txt"].decode()
    assert "PubDate】（时刻没有填写，请改成实际的发布时刻）\r\n2022-02-23 00:00" in text


def guide(*, pdf: bool) -> str:
    """Return the guide of a delivery, which must name each of its files."""
    files = delivery(EVERY, pdf=pdf)
    text = files["README.txt"].decode("utf-8")
    assert text.startswith("\ufeff")
    assert text.count("\n") == text.count("\r\n")
    for name in set(files) - {"README.txt", "files/plan.pdf"}:
        assert f"\r\n{name}：" in text, name
    assert "files/：附件" in text
    return text


def test_guide_names_every_file() -> None:
    """README.txt names each file that is there, and no PDF where there is none."""
    assert "notice.pdf" not in guide(pdf=False)


@pytest.mark.usefixtures("weasyprint")
def test_guide_names_the_pdf() -> None:
    """README.txt names the PDF where there is one."""
    assert "notice.pdf：" in guide(pdf=True)
