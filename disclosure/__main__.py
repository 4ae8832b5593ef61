"""``python -m disclosure``: the command line.

Apart: Python wants a module of this name for ``-m``.
"""

import sys

from disclosure.cli.main import main

# Workers that are spawned import this module anew, under another name.
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
