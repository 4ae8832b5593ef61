"""Names that not every system can hold are refused before they are sealed."""

import itertools

import pytest

from disclosure.archive.names import is_safe_name, name_faults

BAD = [
    "con", "CON", "Con.txt", "nul", "nul.tar.gz", "aux", "aux.pdf", "prn.x", "com1", "COM9.csv", "lpt1", "LPT9",
    "com¹.txt", "lpt²", "conin$", "CONOUT$.x", "clock$", "con .txt", "a.", "a.pdf.", "a ", "a.pdf ", "~a", "a:b",
    "a*b", "a?b", 'a"b', "a<b", "a>b", "a|b", "a\\b", "a\nb", "a\x7fb", "a\u202eb", "", ".", "..", "x" * 256,
    "字" * 86, "a//b", "/a", "a/", "a/../b", "a/con/b", "a/b./c", "\udcff", "a/" * 600 + "a",
]  # fmt: skip
GOOD = [
    "a",
    "a.pdf",
    "console.txt",
    "com10",
    "lpt",
    "auxiliary",
    "nulls",
    "a b",
    "附件1.pdf",
    "x" * 255,
    "字" * 85,
    "a.b.c",
    ".a",
    "a/b/c",
]


@pytest.mark.parametrize("name", BAD)
def test_unsafe(name: str) -> None:
    """Devices, ends, signs, lengths and ways out are refused."""
    assert not is_safe_name(name)
    assert [fault.name for fault in name_faults(["a.pdf", name])] == [name]


@pytest.mark.parametrize("name", GOOD)
def test_safe(name: str) -> None:
    """What every system can hold is not refused."""
    assert is_safe_name(name)
    assert list(name_faults([name, name])) == []


def test_every_device() -> None:
    """Every device of Windows in every case and with any ending is refused."""
    devices = ["con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))]
    names = [
        form(device) + end
        for device, form, end in itertools.product(
            devices, (str, str.upper, str.title), ("", ".txt", ".tar.gz", " ", ".")
        )
    ]
    assert [name for name in names if is_safe_name(name)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Table.pdf", "table.pdf"), ("a.PDF", "a.pdf"), ("é.pdf", "e\u0301.pdf"), ("Straße", "STRASSE"),
        ("Å.txt", "\u212b.txt"), ("ﬁ.txt", "fi.txt"), ("Σ", "ς"), ("x/A", "x/a"), ("金", "\uf90a"),
    ],
)  # fmt: skip
def test_same_file_elsewhere(one: str, other: str) -> None:
    """Names that differ in case or normalisation are told with each other's name."""
    assert [tuple(fault) for fault in name_faults([one, other])] == [(other, one)]
