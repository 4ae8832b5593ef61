"""The clock: China's time, and the one place where it is asked what time it is."""

import os
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from disclosure.errors import UsageError

# One time zone, and no summer time since 1991.
CHINA: Final = timezone(timedelta(hours=8))
GIVEN: Final = "SOURCE_DATE_EPOCH"
_SECONDS = re.compile(r"[0-9]{1,12}")
# The last second of the year 9999 in China; later there is no ISO 8601 of four digits.
_LAST: Final = 253_402_271_999


def moment_in_china() -> str:
    """Return the time now, or ``SOURCE_DATE_EPOCH``, as ISO 8601 to the second.

    Raises:
        UsageError: ``SOURCE_DATE_EPOCH`` is no time.

    """
    given = os.environ.get(GIVEN)
    if given is None:
        now = datetime.now(UTC)
    elif _SECONDS.fullmatch(given) and int(given) <= _LAST:
        now = datetime.fromtimestamp(int(given), UTC)
    else:
        raise UsageError("cli.bad_epoch", what=given)
    return now.astimezone(CHINA).isoformat(timespec="seconds")
