"""The clock: China's time, and the one place where it is asked what time it is."""

import os
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

# One time zone, and no summer time since 1991.
CHINA: Final = timezone(timedelta(hours=8))


def moment_in_china() -> str:
    """Return the time now, or ``SOURCE_DATE_EPOCH``, as ISO 8601 to the second."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(given), UTC) if given.isdigit() else datetime.now(UTC)
    return now.astimezone(CHINA).isoformat(timespec="seconds")
