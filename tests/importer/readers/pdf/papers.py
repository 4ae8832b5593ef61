"""PDFs for tests: written byte by byte, and made by WeasyPrint from a page."""

import html
import zlib
from collections.abc import Sequence
from typing import Final

TITLE: Final = "中共云岭县农业农村局党组关于巡察整改进展情况的通报"
PARAGRAPHS: Final = (
    (
        "根据县委统一部署，2022年8月15日至10月14日，县委第二巡察组对云岭县农业农村局党组开展了巡察。"
        "按照党务公开原则和巡察工作有关要求，现将巡察整改进展情况予以公布。"
    ),
    "一、提高政治站位，扛牢巡察整改政治责任",
    (
        "（一）深化思想认识。局党组把抓好巡察整改作为检验忠诚的“试金石”，先后召开党组会议4次、整改推进会3次，"
        "对照反馈意见逐条研究，做到“照单全收、不讲条件、不打折扣”。"
    ),
    "整改成效：一是修订学习规则，新建制度12项；二是追回违规资金3.25万元，占应追回资金的63.46%。",
    "欢迎广大干部群众对巡察整改落实情况进行监督。联系电话：0555-2234567；电子邮箱：office@example.com。",
)
_CSS: Final = """@page{size:A4;margin:37mm 26mm 35mm 28mm;
@top-center{content:"云岭县农业农村局文件";font-size:10pt}
@bottom-center{content:%s;font-size:14pt}}
body{font:16pt/28.95pt "Noto Serif CJK SC"} p{text-indent:2em;margin:0}
h1{font-size:22pt;text-align:center;margin:0 0 1em}"""
STYLES: Final = {
    "dashes": '"— " counter(page) " —"',
    "hyphens": '"-" counter(page) "-"',
    "fraction": 'counter(page) "/" counter(pages)',
    "words": '"第" counter(page) "页 共" counter(pages) "页"',
    "bare": "counter(page)",
}


def printed(paragraphs: Sequence[str], style: str = "dashes") -> bytes:
    """Return a PDF as WeasyPrint makes it of a page with heads and numbers."""
    body = "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs)
    page = f"<style>{_CSS % STYLES[style]}</style><h1>{TITLE}</h1>{body}"
    return typeset(page)


def typeset(page: str) -> bytes:
    """Return a page as a PDF."""
    import weasyprint  # a tenth of what all tests import, in every worker; few of them need it

    made: bytes = weasyprint.HTML(string=page).write_pdf()
    return made


def written(content: bytes, more: str = "", resources: str = "") -> bytes:
    """Return a PDF of one page with this content, object by object."""
    stream = zlib.compress(content)
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        f"/Resources<</Font<</F1 {font}>>{resources}>>>>".encode(),
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{more}>>\nstartxref\n{start}\n".encode()
    return out + b"%%EOF\n"
