"""What a PDF may take, and how the process that opens it says how it went.

Apart: the process and the one who starts it must agree, and neither needs the other's modules.
"""

from typing import Final

MOST_PAGES: Final = 600
MOST_CHARACTERS: Final = 2_000_000
MEMORY: Final = 768 * 1024 * 1024
SECONDS: Final = 20

BROKEN: Final = 3
ENCRYPTED: Final = 4
TOO_LONG: Final = 5
