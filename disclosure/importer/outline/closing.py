"""The end of a text: contacts, posting period, signature, attachments belong to no heading.

Decided by the kinds of lines, from the end towards the beginning, as far as every line is one
that closes a notice. What is in doubt stays with the text.
"""

import re
from typing import Final

from disclosure.importer.outline.marks import Form, Mark, mark_of
from disclosure.importer.reading import Block, Paragraph, Table

_DATE: Final = (
    r"(?:[0-9０-９]{4}|[二一][〇○零ＯO0一二三四五六七八九]{3})\s{0,4}[年./－-]\s{0,4}"
    r"[0-9０-９一二三四五六七八九十]{1,3}\s{0,4}[月./－-]"
    r"(?:\s{0,4}[0-9０-９一二三四五六七八九十]{1,3}\s{0,4}日?)?"
)
_DATED: Final = re.compile(rf"\s{{0,20}}[（(]?{_DATE}[)）]?$")
# What a site prints behind a date: 公开程序：…….
_DATE_LINE: Final = re.compile(rf"[（(]?{_DATE}[)）]?(?:印发|发布)?(?:\s{{1,8}}[^，。]{{1,60}})?")
_ANNEX: Final = re.compile(
    r"附\s{0,6}(?:件|表|图|录)?\s{0,4}[0-9０-９一二三四五六七八九十]{0,3}\s{0,4}[：:]"
    r"|附\s{0,4}(?:件|表)\s{0,4}[0-9０-９一二三四五六七八九十]{1,3}\s{0,4}[.．、]"
)
_ANNEX_ALONE: Final = re.compile(
    r"附\s{0,6}(?:件|表|录)\s{0,4}[0-9０-９一二三四五六七八九十]{0,3}|名词(?:解释|说明)[：:]?"
)
# How a line begins that ends a notice: 特此公示, 欢迎…, 公示期为…, 社会各界….
_BEGINNING: Final = re.compile(
    r"特此(?:公[示告布开]|通[报告知]|报告|函[告复]|说明|声明|致[函谢]|批复|承诺)"
    r"|欢迎(?:广大)?(?:干部|党员|社会|群众|各界|全[体社县市区]|对|提出|监督|来[信电访]|大家|您|反映|举报)"
    r"|(?:如|若|凡|对)[^，。]{0,40}有(?:不同|任何|何|其他)?(?:意见|异议|疑[义问]|建议|情况反映|问题(?:需要)?反映)"
    r"|(?:公示|公开|公布|公告|征求意见|反映)(?:期限?|时[间限]|日期|期间)"
    r"|(?:请|敬请)?(?:社会各界|广大(?:干部|党员|群众|市民|人民))"
)
# What such a line asks for, wherever in it.
_ASKING: Final = re.compile(
    r"(?:欢迎|接受)[^。]{0,40}监督|(?:如|若)有[^。]{0,20}(?:意见|建议|异议)"
    r"|请(?:于|在|及时|通过|与|向)[^。]{0,40}(?:反映|反馈|联系|提出)"
)
_LABELS: Final = re.compile(
    r"[^，。；：:]{0,14}(?:电\s{0,4}话|手\s{0,4}机|传\s{0,4}真|热线|电子(?:邮[箱件]|信箱)|邮\s{0,4}箱|信\s{0,4}箱|"
    r"E-?mail|邮\s{0,4}编|邮政编码|地\s{0,4}址|联\s{0,4}系\s{0,4}人|(?:联系|监督|受理|接收)(?:单位|部门|科室)|"
    r"(?:联系|监督|举报|反映|反馈|受理)(?:方式|渠道|途径)|(?:受理|接待|接访|办公|工作)时间|网\s{0,4}址|微信(?:公众)?号|"
    r"来信|来访|来电|邮寄)[^，。；：:]{0,14}[：:]"
    r"|(?:联系|监督|举报|反映|反馈)(?:方式|渠道|途径)[^，。；]{0,8}$",
    re.IGNORECASE,
)
_REACHED: Final = re.compile(
    r"(?:联系|监督|举报|咨询)?(?:电话|热线|邮箱|传真|邮编|地址)\s{0,4}[（(]?[0-9０-９A-Za-z]"
    r"|[0-9０-９]{3,4}\s?[-－—]\s?[0-9０-９]{7,8}|[0-9A-Za-z_.-]{2,40}@[0-9A-Za-z.-]{2,40}"
)
_NAMES_OFFICE: Final = re.compile(r"[\u4e00-\u9fff]{2,10}[：:][^，。；：:]{4,40}")
_FURNITURE: Final = re.compile(
    r"抄\s{0,4}送|主\s{0,4}送|[（(]\s{0,4}(?:此件|本文|联系|公开|主动公开|公示期|工作日|盖章|印章|来源)"
    r"|主题词|公开(?:属性|方式|范围)\s{0,4}[：:]|信息(?:来源|公开)[^，。]{0,8}[：:]|责任编辑|(?:编\s{0,4}辑|来\s{0,4}源|审\s{0,4}核)\s{0,4}[：:]"
    r"|[—－-]\s{0,4}[0-9]{1,3}\s{0,4}[—－-]$|[【\[]\s{0,4}(?:打印|关闭|字体|分享|纠错)|扫一扫|上一[篇条]|下一[篇条]|相关(?:附件|文档|链接)"
)
# What a problem is answered with is no end, whatever is said in it.
_ANSWER: Final = re.compile(
    r"(?:整改|责任|完成|落实|问题|取得|下一步)[^：:，。]{0,8}[：:]|[一二三四五六七八九十]是"
)
_SIGNERS: Final = re.compile(
    r"[^，。；：:！？“”]{2,48}(?:党组|党委|党工委|委员会|总支|支部|工委|局|厅|委|办|办公室|中心|政府|院|部|会|社|"
    r"公司|集团|处|所|站|队|学校|学院|大学|医院|小组|组|法院|检察院|街道|镇|乡|村|社区|行|馆|站|台|"
    r"[（(](?:盖?章|印章|代章)[)）])"
    r"|[（(][\u4e00-\u9fff]{4,40}代章[)）]"
)
_TAIL_TITLE: Final = re.compile(
    r"(?:联系|监督|反映|反馈|举报|咨询|受理|公示|公开|意见|建议)(?:方式|渠道|途径|电话|时间|期限|办法|反馈|征集)"
)
# What is said last of all before a signature.
_FINAL: Final = re.compile(r"特此(?:公[示告布开]|通[报告知]|报告|函[告复]|说明|声明)")
_ENDED: Final = ("。", "！")
_MOST_SIGNERS: Final = 4
_FEW_SIGNERS: Final = 2
_MOST_LINES: Final = 12
_ONLY_HEADS: Final = re.compile("[^。！：:]{2,60}")
_TITLE_LINES: Final = 4
_SHORT: Final = 60
_HIGH: Final = frozenset({Form.CHAPTER, Form.PART, Form.BRACKETED_HAN})


def closing_start(blocks: tuple[Block, ...]) -> int:
    """Return the place of the first block that belongs to no heading but closes the text."""
    end = _annex(blocks)
    at = end
    while at and (_closes(blocks, at - 1) or _between_contacts(blocks, at - 1, end)):
        at -= 1
    return _not_names_listed(blocks, _not_before_heading(blocks, at, end), end)


def _annex(blocks: tuple[Block, ...]) -> int:
    """Return where the attachments begin that stand last, the number of blocks if none do.

    Behind their line the chapters of the text do not go on; those of an attachment begin anew.
    """
    marks = [mark_of(block.text.text) if isinstance(block, Paragraph) else None for block in blocks]
    following: dict[int, Mark | None] = {}
    high = None
    for at in range(len(blocks) - 1, -1, -1):
        following[at] = high
        mark = marks[at]
        high = mark if mark and mark.form in _HIGH else high
    seen: set[Form] = set()
    for at, block in enumerate(blocks):
        mark = marks[at]
        if mark:
            seen.add(mark.form)
        elif isinstance(block, Paragraph) and _begins_annex(_text(block)):
            then = following[at]
            if then is None or (then.number == 1 and then.form in seen):
                return at
    return len(blocks)


def _begins_annex(text: str) -> bool:
    return bool(_ANNEX.match(text) or _ANNEX_ALONE.fullmatch(text))


def _closes(blocks: tuple[Block, ...], at: int) -> bool:
    """Say whether a block is of a kind that closes a notice."""
    block = blocks[at]
    if not isinstance(block, Paragraph):
        return isinstance(block, Table) and not block.rows
    text = _text(block)
    if not text:
        return True
    mark = mark_of(text)
    if mark:
        if mark.form in {Form.CHAPTER, Form.PART, Form.PROBLEM}:
            return False
        text = text[mark.text_at :]
        reached = _REACHED.search(text) and not text.endswith("。")
        return bool(_LABELS.match(text) or reached) and len(text) <= _SHORT
    if block.mark:
        return bool(_LABELS.match(text)) and len(text) <= 2 * _SHORT
    if _DATE_LINE.fullmatch(text) or _FURNITURE.match(text) or _ANNEX.match(text):
        return True
    if _ANSWER.match(text):
        return False
    if len(text) <= _SHORT and _REACHED.search(text):
        return True
    asks = _BEGINNING.match(text) or _LABELS.match(text) or _ASKING.search(text)
    return bool(asks and len(text) <= 5 * _SHORT) or _signs(blocks, at, text)


def _between_contacts(blocks: tuple[Block, ...], at: int, end: int) -> bool:
    """Say whether a short line with a label stands between the contacts of two offices."""
    if not 0 < at < end - 1:
        return False
    before, text, behind = (_text_of(block) for block in blocks[at - 1 : at + 2])
    if not _NAMES_OFFICE.fullmatch(text) or _ANSWER.match(text):
        return False
    return bool(_LABELS.match(before) and _LABELS.match(behind))


def _signs(blocks: tuple[Block, ...], at: int, text: str) -> bool:
    """Say whether a line is a signature: with a date, before one, or before another signature."""
    dated = _DATED.search(text)
    if dated:
        return bool(_SIGNERS.fullmatch(text[: dated.start()].rstrip()))
    if not _SIGNERS.fullmatch(text):
        return False
    following = next((t for t in map(_text_of, blocks[at + 1 : at + 4]) if t), "")
    if not following:
        return block_is_set_apart(blocks[at]) or _signs_without_date(blocks, at)
    return bool(
        _DATE_LINE.fullmatch(following) or _SIGNERS.fullmatch(following) or _ANNEX.match(following)
    )


def _signs_without_date(blocks: tuple[Block, ...], at: int) -> bool:
    """Say whether the last line signs: behind the end of a text, or by a name of the title.

    Nothing follows but what the office notes on its paper (抄送, 印发), and that is left out.
    """
    lines = (_text_of(block) for block in reversed(blocks[max(0, at - _MOST_LINES) : at + 1]))
    named: list[str] = []
    for text in filter(None, lines):
        if not _SIGNERS.fullmatch(text):
            break
        named.append(text)
    else:
        return False
    if len(named) > _MOST_SIGNERS:
        return False
    titles = (_text_of(block) for block in blocks[:_TITLE_LINES])
    signing = {title for title in titles if any(title.startswith(name) for name in named)}
    ended = text.endswith(_ENDED) and len(named) <= _FEW_SIGNERS and len(min(named, key=len)) > 3
    return bool(_FINAL.match(text)) or bool(signing - set(named)) or ended


def _text_of(block: Block) -> str:
    return _text(block) if isinstance(block, Paragraph) else ""


def block_is_set_apart(block: Block) -> bool:
    """Say whether a paragraph is set to the right, as signatures are."""
    return isinstance(block, Paragraph) and block.look.aligned == "right"


def _not_before_heading(blocks: tuple[Block, ...], at: int, end: int) -> int:
    """Return the place, behind the contacts that are the only text of a heading of their own."""
    above = blocks[at - 1] if at else None
    if at == end or not isinstance(above, Paragraph):
        return at
    text = _text(above)
    mark = mark_of(text) or (mark_of(above.mark) if above.mark else None)
    if not mark or len(text) > _SHORT // 2 or not _TAIL_TITLE.search(text):
        return at
    while at < end and not _ends_contacts(blocks[at]):
        at += 1
    return at


def _not_names_listed(blocks: tuple[Block, ...], at: int, end: int) -> int:
    """Return the place, behind the names that a heading lists: only the last of them signs."""
    above = _text_of(blocks[at - 1]) if at else ""
    mark = mark_of(above)
    if not mark or mark.form not in _HIGH or not _ONLY_HEADS.fullmatch(above):
        return at
    last = at
    while last < end and _SIGNERS.fullmatch(_text_of(blocks[last])):
        last += 1
    return max(at, last - 1)


def _ends_contacts(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    text = _text(block)
    return bool(
        _DATE_LINE.fullmatch(text)
        or _ANNEX.match(text)
        or _FURNITURE.match(text)
        or _SIGNERS.fullmatch(text)
    )


def _text(block: Paragraph) -> str:
    return block.text.text.strip()
