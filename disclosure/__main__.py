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
    # Python looks for circles among all that is left before it ends, and takes them apart: a
    # seventh of a small build, for memory that the system is about to take back as it is.
    gc.freeze()
    sys.exit(status)


# Workers that are spawned import this module anew, under another name.
if __name__ == "__main__":
    run()
