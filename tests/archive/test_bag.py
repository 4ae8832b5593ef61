"""Bags are what RFC 8493 asks for, read with nothing but coreutils."""

import subprocess
from pathlib import Path

from disclosure.archive.bag import write_bag
from disclosure.archive.selection import Item
from disclosure.files import sha256_hex
from tests.required import program


def bag(folder: Path, *files: tuple[str, bytes]) -> Path:
    """Write a bag of files."""
    items = []
    for name, data in files:
        path = folder / "source" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        items.append(Item(name, path, sha256_hex(data)))
    write_bag(folder / "bag", items, [("Label", "值"), ("Empty", ""), ("Lines", "a\nb")])
    return folder / "bag"


def test_coreutils_accept_it(tmp_path: Path) -> None:
    """Every manifest passes sha256sum and sha512sum, and lists every payload file once."""
    made = bag(tmp_path, ("a/1/x", b"one"), ("a/1/中文.txt", "二".encode()), ("log", b""))
    for name, command in (("sha256", "sha256sum"), ("sha512", "sha512sum")):
        for manifest in (f"manifest-{name}.txt", f"tagmanifest-{name}.txt"):
            subprocess.run(
                [program(command), "-c", "--strict", manifest],
                cwd=made,
                check=True,
                capture_output=True,
            )
        rows = (made / f"manifest-{name}.txt").read_text("utf-8").splitlines()
        assert [row.split("  ")[1] for row in rows] == [
            "data/a/1/x",
            "data/a/1/中文.txt",
            "data/log",
        ]
        tags = (made / f"tagmanifest-{name}.txt").read_text("utf-8").splitlines()
        assert [row.split("  ")[1] for row in tags] == [
            "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt",
        ]  # fmt: skip


def test_tag_files(tmp_path: Path) -> None:
    """The declaration is the two lines, and values are one line each."""
    made = bag(tmp_path, ("x", b"12345"), ("y", b"6"))
    declared = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    assert (made / "bagit.txt").read_bytes() == declared
    info = (made / "bag-info.txt").read_bytes().decode()
    assert info == "Label: 值\nLines: a b\nPayload-Oxum: 6.2\n"


def test_percent_sign(tmp_path: Path) -> None:
    """The one safe character that manifests encode is encoded there, and not in the name."""
    made = bag(tmp_path, ("100%.txt", b"x"))
    assert (made / "data" / "100%.txt").is_file()
    assert "  data/100%25.txt\n" in (made / "manifest-sha512.txt").read_text("utf-8")
