"""Working days by the State Council's yearly announcement (国务院办公厅节假日安排).

Apart: it alone needs a table of twenty years, which few notices do.
"""

from datetime import date


def is_workday(day: date) -> bool | None:
    """Say whether people work on ``day``; None when its year has not been announced."""
    import chinese_calendar  # a table of twenty years; few notices need it

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None
