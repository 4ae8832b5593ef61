"""Files to double-click: they build the site and open the preview, in a checkout and in a bundle.

The build's errors do not keep the preview shut: there every one of them is explained. In the
checkout they lie at the top, as written here; a test holds the two together.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_WINDOWS: Final = b"""\
@echo off\r
rem pushd, not cd: it also works on a network share.\r
pushd "%~dp0"\r
set PYTHON=py -3\r
where py >nul 2>nul || set PYTHON=python\r
%PYTHON% build.py\r
%PYTHON% build.py serve --open\r
popd\r
pause\r
"""
_POSIX: Final = b"""\
#!/bin/sh
case $0 in */*) cd "${0%/*}/" || exit 1 ;; esac
python3 build.py
exec python3 build.py serve --open
"""

# macOS opens .command files in its terminal; the rest of the world runs .sh.
START_FILES: Final[Mapping[str, bytes]] = MappingProxyType(
    {"start.bat": _WINDOWS, "start.command": _POSIX, "start.sh": _POSIX}
)
RUNNABLE: Final = (".command", ".sh")
