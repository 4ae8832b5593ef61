"""SSH signatures under sign-offs, made and verified by OpenSSH (``ssh-keygen -Y``)."""

import subprocess
import tempfile
from pathlib import Path

from disclosure.errors import OutputError

NAMESPACE = "disclosure"
_HEAD, _TAIL = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_COLUMNS = 70
_SECONDS = 30


def sign_statement(statement: str, key: Path) -> str:
    """Return the signature of ``statement`` in one line of Base64.

    Args:
        statement: what is signed.
        key: a private key; the agent may hold it for its public half.

    Raises:
        OutputError: OpenSSH is not there, or refuses the key.

    """
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", NAMESPACE]
    status, out = _run(command, statement)
    if status:
        raise OutputError("sign.key_failed", path=key.as_posix(), reason=out.strip()[:200])
    lines = out.strip().splitlines()
    return "".join(line for line in lines if line not in {_HEAD, _TAIL})


def fits(statement: str, signature: str, name: str, signers: Path) -> bool:
    """Say whether ``signature`` is one of ``statement``.

    Args:
        statement: what was signed.
        signature: as ``sign_statement`` returns it.
        name: who is said to have signed.
        signers: OpenSSH's list of names and keys; without it any key will do.

    Raises:
        OutputError: OpenSSH is not there.

    """
    rows = [signature[at : at + _COLUMNS] for at in range(0, len(signature), _COLUMNS)]
    with tempfile.TemporaryDirectory() as folder:
        armoured = Path(folder) / "signature"
        armoured.write_text("\n".join([_HEAD, *rows, _TAIL, ""]), encoding="utf-8")
        command = ["ssh-keygen", "-q", "-Y", "check-novalidate", "-n", NAMESPACE]
        if signers.exists():
            command = ["ssh-keygen", "-q", "-Y", "verify", "-f", str(signers), "-I", name]
            command += ["-n", NAMESPACE]
        status, _ = _run([*command, "-s", str(armoured)], statement)
    return status == 0


def _run(command: list[str], text: str) -> tuple[int, str]:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, no shell
            command,
            input=text.encode(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise OutputError("sign.no_openssh", reason=str(error)) from error
    output = done.stdout if done.returncode == 0 else done.stderr
    return done.returncode, output.decode("utf-8", "replace")
