"""What a PDF may take, and how the process that opens it says how it went.

Apart: the process and the one who starts it must agree, and neither needs the other's modules.
"""

from typing import Final

MOST_PAGES: Final = 600
# Of memory, with twice the file itself; sixty pages take thirty megabytes.
MEMORY: Final = 200 * 1024 * 1024
SECONDS: Final = 20
# Of work: what a page without text may take, and what each character adds; most take a fifth.
SECONDS_AT_FIRST: Final = 1.5
SECONDS_A_CHARACTER: Final = 0.0001

BROKEN: Final = 3
ENCRYPTED: Final = 4
TOO_LONG: Final = 5
TOO_MUCH: Final = 6
TOO_SLOW: Final = 7
