"""A time-stamping authority of our own: OpenSSL behind a small HTTP server."""

import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CONFIG = """\
[req]
distinguished_name = name
prompt = no
[name]
CN = {name}
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[tsa_certificate]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = authority
[authority]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
"""


class Authority:
    """An authority with its root certificate; ``address`` while it serves."""

    def __init__(
        self, openssl: Path, folder: Path, name: str = "Test authority", *, with_root: bool = False
    ) -> None:
        folder.mkdir()
        self.openssl = str(openssl)
        self.folder = folder
        self.config = folder / "tsa.cnf"
        own = f"certs = {folder}/root.pem\n" if with_root else ""
        self.config.write_text(CONFIG.format(name=name, folder=folder) + own)
        (folder / "serial").write_text("01\n")
        key = ("-newkey", "rsa:2048", "-nodes", "-config", str(self.config))
        root = ("-x509", "-days", "3650", "-extensions", "ca")
        self._run("req", *key, *root, "-keyout", "root.key", "-out", "root.pem")
        self._run("req", *key, "-keyout", "tsa.key", "-out", "tsa.csr")
        signing = ("-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days", "3650")
        extensions = ("-extfile", str(self.config), "-extensions", "tsa_certificate")
        self._run("x509", "-req", "-in", "tsa.csr", *signing, *extensions, "-out", "tsa.pem")

    @property
    def root(self) -> Path:
        """Its root certificate."""
        return self.folder / "root.pem"

    def answer(self, question: bytes) -> bytes:
        """Return the reply to a query."""
        (self.folder / "query.tsq").write_bytes(question)
        self._run("ts", "-reply", "-config", str(self.config), "-queryfile", "query.tsq", "-out", "reply.tsr")  # fmt: skip
        return (self.folder / "reply.tsr").read_bytes()

    def serve(self) -> ThreadingHTTPServer:
        """Serve on a free port of this machine until shut down."""
        authority = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                question = self.rfile.read(int(self.headers["Content-Length"]))
                reply = authority.answer(question)
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.send_header("Content-Length", str(len(reply)))
                self.end_headers()
                self.wfile.write(reply)

            def log_message(self, *_: object) -> None:
                return

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server

    def _run(self, *arguments: str) -> None:
        subprocess.run([self.openssl, *arguments], cwd=self.folder, check=True, capture_output=True)
