"""Who issues a notice, of whom it speaks, and of what kind it is: guessed with a reason."""

import re
from typing import Final

from disclosure.importer.draft import Scalar
from disclosure.importer.fields.lines import OFFICE, guessed
from disclosure.importer.tracked import Tracked

_OFFICE_END: Final = re.compile(rf"(?:{OFFICE.pattern})$")
_OTHER_ABOUT: Final = re.compile(r"贯彻|落实|巡[察视]|审计|整改|\d{4}年|公开|公示|部门|政府信息")
# A sentence for a title: 我院在省局….
_NO_OFFICE: Final = re.compile("[我本]|.{0,8}[在对向被将]")
_LONGEST: Final = 60
_OPEN_ISSUER: Final = "〔请填写：发布单位〕"
_OPEN_TITLE: Final = "〔请填写：标题〕"
# 对…党组开展了巡察
_INSPECTED: Final = re.compile(
    r"对(?P<unit>[^，,。；;：:对]{2,60}?)(?:(?:进行|开展|实施)了?|作了)[^，,。；;]{0,30}?(?:巡[察视]|“回头看”)"
)
_NO_PLACE: Final = re.compile(
    r"(?:我|本|区|县|市|州|旗|省|街道|镇|乡|原)(?![\u4e00-\u9fff]{0,8}[市县区](?:委|政))"
)
_GENRES: Final = (
    ("进驻公告", re.compile(r"巡[察视](?:组)?.*(?:进驻|公告)$|进驻.*公告")),
    ("反馈情况", re.compile(r"反馈(?:情况|意见|问题)?(?:的)?(?:通报|公告|公示)?$")),
    ("信访件办理", re.compile(r"(?:信访|举报|交办).{0,12}(?:办理|查处|边督边改)")),
    ("督察整改公示", re.compile(r"督察.{0,30}(?:整改|销号).{0,20}(?:公示|公告)")),
    ("审计整改公告", re.compile(r"审计.{0,40}整改")),
    ("信息公开年报", re.compile(r"信息公开.{0,6}(?:年度报告|年报)")),
    ("部门决算说明", re.compile(r"决算")),
)
_RECTIFIED: Final = re.compile(r"巡[察视].{0,20}整改")


def issuer_of(title: str, signed: str, by: str, source: str) -> Scalar:
    """Return who issues the notice, with the reason why it is thought so.

    Args:
        title: of the text; what stands before 关于 in it is the issuer.
        signed: the first who signs it.
        by: who is said to have made it public.
        source: whose site it is.

    """
    head = _before_about(title)
    for name, why in (
        (head, "import.guess.ends.issuer_title"),
        (signed, "import.guess.ends.issuer_signature"),
        (by, "import.guess.ends.issuer_by"),
    ):
        if name:
            return Scalar(name, Tracked(), guessed(why))
    if source:
        return Scalar(source, Tracked(), guessed("import.guess.ends.issuer_source"))
    return Scalar(_OPEN_ISSUER, Tracked(), guessed("import.guess.ends.issuer_missing"))


def title_for(issuer: str) -> str:
    """Return what stands for a title that was not found."""
    return _OPEN_TITLE if issuer else ""


def _before_about(title: str) -> str:
    at = title.find("关于")
    if at < 0 and (match := _OTHER_ABOUT.search(title)):
        at = match.start()
    head = title[: max(at, 0)].strip()
    if 4 <= len(head) <= _LONGEST and _OFFICE_END.search(head) and not _NO_OFFICE.match(head):
        return head
    return ""


def units_of(lead: str, issuer: str) -> tuple[Scalar, ...]:
    """Return who was inspected, as the lead says it; in full where the issuer's name does."""
    match = _INSPECTED.search(lead)
    if match is None:
        return ()
    said = match["unit"].strip()
    own = issuer.removeprefix("中共")
    why = guessed("import.guess.ends.unit_lead")
    if _NO_PLACE.match(said):
        short = re.sub(r"^(?:我|本|原)", "", said)
        if not (own.endswith(short) or _alike(own, short)):
            return ()
        return (Scalar(own, Tracked(), guessed("import.guess.ends.unit_issuer")),)
    names = [name for name in re.split("、", said) if name]
    if len(names) > 1 and all(_OFFICE_END.search(name) for name in names):
        return tuple(Scalar(name, Tracked(), why) for name in names)
    if not _OFFICE_END.search(said):
        return ()
    return (Scalar(said, Tracked(), why),)


def _alike(own: str, short: str) -> bool:
    """Say whether the last signs of two names agree: 区卫健局党委, 临溪区卫健局党委."""
    return len(short) >= 4 and short[-4:] == own[-4:]


def genre_of(title: str) -> str:
    """Return the kind of disclosure that a title names; empty for the usual one, or for none."""
    if _RECTIFIED.search(title):
        return ""
    return next((name for name, form in _GENRES if form.search(title)), "")
