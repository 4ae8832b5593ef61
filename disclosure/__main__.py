"""``python -m disclosure``, and the command ``disclosure`` of an installed package.

Apart: Python wants a module of this name for ``-m``.
"""

import gc
import sys
from typing import NoReturn

from disclosure.cli.main import main


def run() -> NoReturn:
    """Do what the command line asks for, and leave with its exit status."""
    status = main(sys.argv[1:])
    # As it ends, Python looks several times for circles among all values, which go with it anyway.
    gc.freeze()
    sys.exit(status)


# Workers that are spawned import this module anew, under another name.
if __name__ == "__main__":
    run()
