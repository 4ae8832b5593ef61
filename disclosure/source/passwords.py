"""Passwords in addresses, which no message may show.

Apart: what hides secrets is short enough to be judged at a glance.
"""

import re

_IN_ADDRESS = re.compile(
    r"(?P<user>\b(?:sftp|ftps?|s3|webdavs?|https?):?/{0,2}[^\s/@:]*):(?P<password>[^\s/\"'][^\s\"']*)(?=@)"
)


def without_passwords(line: str) -> str:
    """Return a source line with the passwords of its addresses hidden; its length stays."""
    return _IN_ADDRESS.sub(lambda found: f"{found['user']}:{'•' * len(found['password'])}", line)
