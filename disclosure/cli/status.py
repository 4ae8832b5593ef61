"""Exit statuses.

Apart: every command returns one, and none of them may import another for it.
"""

CLEAN = 0
FAILED = 1  # errors in content or build
WRONG_USAGE = 2
INTERRUPTED = 130  # 128 + SIGINT, as shells report it
