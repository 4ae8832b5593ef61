"""Dates as official documents print them, and whether people work on them."""

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


def is_workday(day: date) -> bool | None:
    """Say whether people work on ``day``; None when its year has not been announced.

    By the yearly announcement of the State Council (国务院办公厅节假日安排).
    """
    import chinese_calendar  # a table of twenty years; few notices need it

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None
