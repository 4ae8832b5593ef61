"""Contacts as lines: each as it stands, its label, and what kind of thing it says."""

import re
from collections.abc import Iterator
from typing import Final

from pydantic import ValidationError

from disclosure.importer.draft import Entry, Fields, Items, Scalar, Value
from disclosure.importer.fields.lines import Line, entry
from disclosure.importer.particular_labels import words
from disclosure.importer.tracked import Tracked
from disclosure.model.contact import Contact, ContactLine
from disclosure.model.contact_values import links_in

_WORDS: Final = words(
    "网络举报 网上举报 举报平台"
    " 电话 热线 手机 传真 邮箱 邮件 信箱 e-mail email 地址 邮编 邮政编码 邮码 联系人"
    " 受理时间 接听时间 工作时间 来访 来信 办公时间 网址 微信 QQ 联系方式 监督方式"
    " 举报方式 反映方式 反馈方式 联系单位 联系部门 受理单位 受理部门 举报网站 接待时间"
    " 接待地点 办公地点 通讯处 短信 公众号 负责人 联系处室 联系科室"
)
_WORD: Final = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
# 监督举报电话（兼传真）：
_LABEL: Final = re.compile(
    rf"[\u4e00-\u9fffA-Za-z0-9/、\-]{{0,20}}?(?:{_WORD})[\u4e00-\u9fff]{{0,4}}"
    rf"(?:[ ]?\([^()]{{1,16}}\))?[ ]{{0,3}}:",
    re.IGNORECASE,
)
_SPACED: Final = re.compile(
    r"(?:电 {1,4}话|传 {1,4}真|手 {1,4}机|邮 {1,4}箱|邮 {1,4}编|地 {1,4}址|联 ?系 ?人) {0,3}:"
)
_NAMED: Final = re.compile(r"电话|热线|手机|传真|邮箱|信箱|地址|邮编|联系方式", re.IGNORECASE)
_ENDS: Final = ("", "。", "；", ";", ":", "!", "！", "(")
_BREAKS: Final = "；;。，,、 ）)"
_POSTCODE: Final = re.compile(r"[(（]?邮(?:政)?编码?|邮码")
# 邮政信箱：某路1号，电子邮箱… is an address first.
_POSTED: Final = re.compile("邮政信箱|地址|地点|通讯处|来信")
_LONGEST: Final = 400
# What can stand between contacts, or behind the last: how, and till when.
BETWEEN: Final = re.compile(r".{0,30}(?:逾期|受理|节假日|工作日).{0,30}")
HEADING: Final = re.compile(r"(?:联系|监督|举报|反馈|反映|受理)(?:方式|渠道|途径)|联系我们")


def contact_start(line: Line) -> int:
    """Return where a line begins to say how an office is reached; -1 where it does not.

    What stands before it, to the last full stop, is another text.
    """
    if len(line.plain) > _LONGEST * 4:
        return -1
    at = next((match.start() for match in _labels(line.plain)), -1)
    if at < 0:
        links = links_in(line.plain, named=bool(_NAMED.search(line.plain)) and len(line.plain) < 80)
        if not links:
            return -1
        at = links[0].start
    return max(line.plain.rfind("。", 0, at), line.plain.rfind("！", 0, at)) + 1


def _labels(text: str) -> Iterator[re.Match[str]]:
    """Yield the labels of a text that begin a line, or stand behind a sign that parts them."""
    for match in _LABEL.finditer(text):
        at = match.start()
        if at == 0 or text[at - 1] in _BREAKS or text[at - 1] in ":：!！":
            yield match
    for match in _SPACED.finditer(text):
        if match.start() == 0 or text[match.start() - 1] in _BREAKS:
            yield match


def contact_lines(line: Line) -> list[tuple[Value, tuple[Tracked, ...]]]:
    """Return what a line says of how an office is reached, one value for each label in it."""
    text = line.plain
    starts = sorted({match.start() for match in _labels(text)})
    if starts and text[: starts[0]].rstrip()[-1:] not in _ENDS:
        # 请与办公室联系，联系电话：… is one sentence.
        stop = text.find("。", starts[0]) + 1 or len(text)
        rest = line.part(stop)
        sentence: list[tuple[Value, tuple[Tracked, ...]]] = [(_unlabelled(line.part(0, stop)), ())]
        return sentence + (contact_lines(rest) if rest.plain else [])
    cuts = [0]
    for at in starts:
        before = text[:at].rstrip()
        # 地址：…（邮编：242500）and 地址：…，邮政编码：… stay one.
        if at == 0 or (_POSTCODE.match(text, at) and before[-1:] in ",，(（、"):
            continue
        if before[-1:] in "(（":
            continue
        cuts.append(at)
    pieces = [line.part(a, b) for a, b in zip(cuts, [*cuts[1:], None], strict=True)]
    return [_line(piece) for piece in pieces if piece.plain]


def _line(piece: Line) -> tuple[Value, tuple[Tracked, ...]]:
    found = next((m for m in (_LABEL.match(piece.plain), _SPACED.match(piece.plain)) if m), None)
    if found is None:
        return _unlabelled(piece), ()
    colon = found.end() - 1
    value = piece.text[found.end() :].strip()
    if not value.text.strip("。；;，,") or _several(piece.plain[:colon], value.text):
        return Scalar(piece.text), ()
    label, sign = piece.text[:colon], piece.text[colon : found.end()]
    if sign.text == ":" or label.text.endswith(" "):
        # Printed with our colon it would be another text.
        label = piece.text[: found.end()] if sign.text == ":" else label.strip()
    said = (sign,) if sign.text != ":" else ()
    key = _kind(label.text, value.text)
    fields = (*entry("label", Scalar(label)), *entry(key, Scalar(value)))
    return Fields(fields), said


def _several(label: str, value: str) -> bool:
    """Say whether a label is over things that are named again: 联系方式：电话…；邮箱…."""
    return label.endswith("方式") and len({word for word in _WORDS if word in value}) > 0


def _unlabelled(piece: Line) -> Value:
    """Return a line without label; where it is about telephones, local numbers are linked."""
    if _NAMED.search(piece.plain) and not links_in(piece.plain, named=False):
        key = _kind(piece.plain if "话" in piece.plain else "", piece.plain)
        if key in {"phone", "fax"}:
            return Fields(entry(key, Scalar(piece.text)))
    return Scalar(piece.text)


def _kind(label: str, value: str) -> str:
    wanted = []
    label = "".join(label.split())
    if "传真" in label and not re.search("兼|电话", label):
        wanted.append("fax")
    elif re.search("电话|热线|手机|传真|联系方式|举报方式|短信|来电", label):
        wanted.append("phone")
    if "@" in value and not _POSTED.search(label):
        wanted.append("email")
    elif re.search("地址|信箱|地点|通讯处|来信", label):
        wanted.append("address")
    return next((key for key in wanted if _fits(key, value)), "text")


def _fits(key: str, value: str) -> bool:
    try:
        ContactLine.model_validate({key: value})
    except ValidationError:
        return False
    return True


def is_reachable(values: list[Value]) -> bool:
    """Say whether lines name a number, a mailbox or an address; a notice's contact has to."""
    try:
        Contact.model_validate({"lines": [_as_data(value) for value in values]})
    except ValidationError:
        return False
    return True


def _as_data(value: Value) -> str | dict[str, str]:
    if isinstance(value, Fields):
        return {each.key: str(_text(each.value)) for each in value.entries}
    return str(_text(value))


def _text(value: Value) -> str:
    return str(value.text) if isinstance(value, Scalar) else ""


def contact_entry(values: list[Value], said: list[Tracked]) -> Entry:
    """Return the contact of a notice."""
    lines = Entry("lines", Items(tuple(values)), tuple(said))
    return Entry("contact", Fields((lines,)))
