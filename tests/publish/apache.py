"""Apache with mod_dav on a free port of this machine, for everybody to write into one folder."""

import os
import pwd
import tempfile
from pathlib import Path

from tests.publish.servers import Server, free_port
from tests.required import missing, program

_MODULES = Path("/usr/lib/apache2/modules")
_CONFIG = """\
ServerRoot {folder}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error.log
{modules}
TypesConfig /dev/null
AddType text/html .html
AddType text/css .css
User {user}
Group #{group}
DocumentRoot "{root}"
DavLockDB {folder}/locks
<Directory "{root}">
  Require all granted
  Dav On
  DirectoryIndex disabled
  {inside}
</Directory>
{outside}
"""
_LOADED = ("mpm_event", "authz_core", "dir", "dav", "dav_fs", "mime", "negotiation")


def apache_server(root: Path, inside: str = "", outside: str = "") -> Server:
    """Serve ``root``, with further lines of configuration inside and outside of its section."""
    command = program("apache2")
    if not (_MODULES / "mod_dav_fs.so").exists():
        missing("mod_dav of Apache")
    root.mkdir(exist_ok=True)
    folder = root.parent / "apache"
    folder.mkdir(exist_ok=True)
    # Started by root it works as somebody else, who must get to the folder.
    user = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    if os.geteuid() == 0:
        os.chown(folder, user.pw_uid, user.pw_gid)
        os.chown(root, user.pw_uid, user.pw_gid)
        for each in [root, *root.parents]:
            if each == Path(tempfile.gettempdir()):
                break
            each.chmod(each.stat().st_mode | 0o055)
    port = free_port()
    modules = "\n".join(f"LoadModule {each}_module {_MODULES}/mod_{each}.so" for each in _LOADED)
    values = {"folder": folder, "port": port, "modules": modules, "root": root}
    config = folder / "apache.conf"
    config.write_text(
        _CONFIG.format(
            **values, user=user.pw_name, group=user.pw_gid, inside=inside, outside=outside
        )
    )
    return Server(command, "-X", "-f", config, log=folder / "log", port=port)
