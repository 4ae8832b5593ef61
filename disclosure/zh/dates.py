"""Dates as official documents print them.

Apart: pages, texts and checks print dates, and nothing else of this package.
"""

from datetime import date


def chinese_date(day: date) -> str:
    """Return 2022年2月23日: Arabic digits, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_period(start: date, end: date) -> str:
    """Return start至end, leaving out the year (and month) that the two dates share."""
    if start == end:
        return chinese_date(start)
    if start.year != end.year:
        return f"{chinese_date(start)}至{chinese_date(end)}"
    return f"{chinese_date(start)}至{end.month}月{end.day}日"
