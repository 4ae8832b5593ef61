"""vsftpd of Debian on a free port of this machine, for everybody to write into one folder."""

from pathlib import Path

from tests.publish.servers import Server, free_port
from tests.required import program

_USUAL = {
    "listen": "YES",
    "listen_ipv6": "NO",
    "listen_address": "127.0.0.1",
    "background": "NO",
    "run_as_launching_user": "YES",
    "anonymous_enable": "YES",
    "local_enable": "NO",
    "write_enable": "YES",
    "no_anon_password": "NO",
    "anon_upload_enable": "YES",
    "anon_mkdir_write_enable": "YES",
    "anon_other_write_enable": "YES",
    "anon_world_readable_only": "NO",
    "anon_umask": "022",
    "allow_writeable_chroot": "YES",
    "connect_from_port_20": "NO",
    "seccomp_sandbox": "NO",
    "use_localtime": "NO",
}


def vsftpd_server(root: Path, **settings: str) -> Server:
    """Serve ``root``, with further settings of vsftpd.conf(5)."""
    root.mkdir(exist_ok=True)
    port = free_port()
    config = root.parent / "vsftpd.conf"
    settings = {**_USUAL, "listen_port": str(port), "anon_root": str(root), **settings}
    config.write_text("".join(f"{name}={value}\n" for name, value in settings.items()))
    # As root it reads only a configuration of root's own.
    config.chmod(0o600)
    return Server(program("vsftpd"), config, log=root.parent / "vsftpd.log", port=port)
