"""nginx on a free port of this machine, serving one folder."""

import subprocess
from pathlib import Path

from tests.publish.servers import Server, free_port
from tests.required import program

CONFIG = """\
master_process off;
pid {folder}/nginx.pid;
daemon off;
events {{ worker_connections 64; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root "{root}";
    index index.html;
  }}
}}
"""


def nginx_server(root: Path, folder: Path) -> Server:
    """Serve ``root``; ``folder`` is for nginx's own files."""
    folder.mkdir()
    port = free_port()
    config = folder / "nginx.conf"
    config.write_text(CONFIG.format(folder=folder, port=port, root=root))
    command = (program("nginx"), "-c", config, "-e", folder / "error.log")
    test = subprocess.run([*map(str, command), "-t"], capture_output=True, text=True, check=False)
    assert test.returncode == 0, test.stderr
    return Server(*command, log=folder / "log", port=port)
