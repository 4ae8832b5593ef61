"""Slips in figures and dates: sentences that are right, and the same with a slip."""

import random
import re
from datetime import date

from .slips import Kind, Planted, anywhere, put, said, written

_DAY = re.compile(r"(20[012]\d)年(\d{1,2})月(\d{1,2})日(?![（(，]?星期)")
_WEEK = "一二三四五六日"


def _weekday(stretch: tuple[str, ...], at: int, chance: random.Random) -> Planted | None:
    for match in _DAY.finditer(stretch[at]):
        try:
            day = date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            continue
        form = chance.choice(("（星期{}）", "（周{}）", "，星期{}，", "（星期{}）上午"))
        right = form.format(_WEEK[day.weekday()])
        wrong = form.format(_WEEK[(day.weekday() + chance.randint(1, 6)) % 7])
        before = put(stretch, at, match.end(), match.end(), right).after
        after = put(stretch, at, match.end(), match.end(), wrong)
        return Planted(before, after.after, after.slip)
    return None


def _no_such_day(match: re.Match[str], chance: random.Random) -> str:
    return chance.choice(("2月30日", "4月31日", "6月31日", "9月31日", "11月31日"))


def _later(text: str, chance: random.Random) -> tuple[str, str]:
    right, wrong = chance.randint(2000, 2005), chance.randint(2027, 2034)
    month, what = chance.randint(1, 12), chance.choice(("完成验收", "办结", "召开了专题会议"))
    return f"该项工作已于{right}年{month}月{what}。", f"该项工作已于{wrong}年{month}月{what}。"


def _rate(text: str, chance: random.Random) -> tuple[str, str]:
    done = chance.randint(101, 199)
    right, wrong = done / 2, done / 2 + chance.choice((-8, -3, 4, 7))
    shown = f"应办结200件，已办结{done}件，办结率为{{:g}}%。"
    return shown.format(right), shown.format(min(wrong, 99.5))


def _rest(text: str, chance: random.Random) -> tuple[str, str]:
    whole, done = chance.randint(60, 99), chance.randint(20, 50)
    shown = f"共有积案{whole}件，已化解{done}件，剩余{{}}件正在推进。"
    return shown.format(whole - done), shown.format(whole - done + chance.choice((-3, -1, 2, 10)))


def _sum(right: str) -> Kind:
    name = "sum: " + re.sub(r"\{\w+\}", "…", right)[:14]
    return Kind(name, ("figures.",), said(right, right.replace("{sum}", "{bad}")))


FIGURES: tuple[Kind, ...] = (
    _sum("全县共排查{thing}{sum}个，其中城区{a}个、乡镇{b}个、园区{c}个。"),
    _sum("查摆作风方面{thing}{a}个、纪律方面{b}个、制度方面{c}个，共计{sum}个。"),
    _sum("共梳理{thing}{sum}个（一类{a}个、二类{b}个、三类{c}个）。"),
    _sum("全年受理投诉{a}件、举报{b}件、咨询{c}件，合计{sum}件。"),
    Kind(
        "shares that make no 100",
        ("figures.",),
        said(
            "问卷中表示满意的占{one}%，基本满意的占{two}%，不满意的占{rest}%。",
            "问卷中表示满意的占{one}%，基本满意的占{two}%，不满意的占{off}%。",
        ),
    ),
    Kind(
        "direction against sign",
        ("figures.",),
        said("信访量同比下降{one}.{a}%。", "信访量同比下降-{one}.{a}%。"),
    ),
    Kind(
        "rise that is a fall",
        ("figures.",),
        said("办结率由{low}%上升到{high}%。", "办结率由{high}%上升到{low}%。"),
    ),
    Kind(
        "part larger than its whole",
        ("figures.",),
        said("抽查单位{high}家，其中不合格{low}家。", "抽查单位{low}家，其中不合格{high}家。"),
    ),
    Kind("rate of its numbers", ("figures.",), written(_rate)),
    Kind(
        "list of two called three",
        ("figures.", "structure."),
        said(
            "主要做好两点：一是抓学习；二是抓落实。", "主要做好三点：一是抓学习；二是抓落实。"
        ),
    ),
    Kind(
        "names and their number",
        ("figures.",),
        said("对东山、西河、南坪3个村进行了走访。", "对东山、西河、南坪4个村进行了走访。"),
    ),
    Kind(
        "lost 元",
        ("figures.", "typography."),
        said("追缴资金{a}.{b}万元，已上缴国库。", "追缴资金{a}.{b}万，已上缴国库。"),
    ),
    Kind(
        "lost %",
        ("figures.", "typography."),
        said("全年增长{a}.{b}%，高于全市水平。", "全年增长{a}.{b}，高于全市水平。"),
    ),
    Kind(
        "超 and 余",
        ("figures.", "names.", "typography."),
        said("参加活动的群众超{high}00人。", "参加活动的群众超{high}00余人。"),
    ),
    Kind("rest of what was done", ("figures.",), written(_rest)),
    Kind("weekday", ("timeline.",), _weekday),
    Kind("day that is none", ("timeline.",), anywhere(r"(?<=\d年)\d{1,2}月\d{1,2}日", _no_such_day)),
    Kind(
        "end before its beginning",
        ("timeline.",),
        said("检查时间为2019年3月至2020年6月。", "检查时间为2020年6月至2019年3月。"),
    ),
    Kind("done in the future", ("timeline.",), written(_later)),
    Kind(
        "hour that is none",
        ("timeline.",),
        said("会议于上午9:30开始。", "会议于上午9:75开始。"),
    ),
)  # fmt: skip
