"""Old kinds of files through LibreOffice, where the machine has it: .doc, .wps, .rtf, .odt."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from disclosure.errors import ImportRefusedError
from disclosure.importer.readers.options import LARGEST, ReadOptions

_NAMES: Final = ("soffice", "libreoffice", "soffice.exe")
_USUAL: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/opt/libreoffice/program/soffice",
)
# Nothing is fetched, no macro is run, no link is followed, nothing is asked.
_PROFILE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""  # noqa: E501 - as LibreOffice writes it


def as_docx(kind: str, data: bytes, options: ReadOptions) -> bytes:
    """Return an old file as LibreOffice makes a .docx of it.

    It works in a folder of its own, with a profile of its own, for a limited time; whatever it
    leaves is removed.

    Args:
        kind: the suffix without its dot.
        data: the file.
        options: where LibreOffice is, and how long it may take.

    Raises:
        ImportRefusedError: there is no LibreOffice here, or it makes nothing of the file.

    """
    program = options.soffice or _found()
    if program is None:
        raise ImportRefusedError("import.file.old", kind=kind)
    with tempfile.TemporaryDirectory(prefix="disclosure-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"in.{kind}"
        source.write_bytes(data)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
        made = folder / "out" / "in.docx"
        if not _run(program, folder, source, options.seconds):
            raise ImportRefusedError("import.file.old_slow", kind=kind)
        if not made.is_file() or made.is_symlink() or made.stat().st_size > LARGEST:
            raise ImportRefusedError("import.file.old_unread", kind=kind)
        return made.read_bytes()


def _found() -> Path | None:
    for name in _NAMES:
        path = shutil.which(name)
        if path:
            return Path(path)
    return next((Path(path) for path in _USUAL if Path(path).is_file()), None)


def _run(program: Path, folder: Path, source: Path, seconds: float) -> bool:
    """Run LibreOffice; say whether it ended in time. All that it started ends with it."""
    command = [
        str(program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source)),
    ]
    inherited = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "SystemRoot", "LD_LIBRARY_PATH")
    environment = {each: os.environ[each] for each in inherited if each in os.environ}
    environment |= {"HOME": str(folder), "TMPDIR": str(folder), "TEMP": str(folder)}
    environment |= dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9")
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - LibreOffice, on a file of our own naming
            command,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
    except OSError:
        return True  # nothing was made, which is said
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
    return True


def _end(process: "subprocess.Popen[bytes]") -> None:
    # soffice is a script that starts another program; the session holds both.
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
