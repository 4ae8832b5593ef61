"""``python -m disclosure``, and the command ``disclosure`` of an installed package.

Apart: Python wants a module of this name for ``-m``.
"""

import sys
from typing import NoReturn

from disclosure.cli.main import main


def run() -> NoReturn:
    """Do what the command line asks for, and leave with its exit status."""
    sys.exit(main(sys.argv[1:]))


# Workers that are spawned import this module anew, under another name.
if __name__ == "__main__":
    run()
