"""``python -m disclosure``: the command line."""

import sys

from disclosure.cli.main import main

sys.exit(main(sys.argv[1:]))
