"""What the sentences are like: filled by the values given, free of what clerks cannot read."""

import functools
import re
import string

import pytest

from disclosure.messages import say
from disclosure.messages.catalogues import CATALOGUES
from disclosure.model.addresses import Addresses
from disclosure.model.genre import Genre
from disclosure.model.notice import Notice
from disclosure.model.site import Site

FIELDS = string.Formatter()
# Names that stand in files and on screens as they are.
KNOWN_WORDS = frozenset(
    {"UTF", "GBK", "ANSI", "MB", "Tab", "ICP", "zh", "en", "true", "false", "https", "http"}
    | {"mailto", "tel", "example", "com", "bm", "yaml", "python", "build", "py", "jobs", "site"}
    | {
        "dn",
        "addresses",
        "jxzszx",
        "Ctrl",
        "Alt",
        "Enter",
        "Esc",
        "port",
        "check",
        "fix",
        "follow",
        "write",
        "sign",
        "templates",
        "rules",
        "role",
    }
    | {"name", "SSH", "OpenSSH", "JSON", "CMS", "TODO", "seal", "verify", "diff", "head", "note"}
    | {"json", "jsonl", "log", "record", "setup", "rebuild", "requirements", "PEM"}
    | {
        "export",
        "bag",
        "warc",
        "wacz",
        "docx",
        "to",
        "publish",
        "file",
        "sftp",
        "ftp",
        "ftps",
        "webdavs",
    }
    | {"targets", "url", "web", "force", "unlock", "reason", "mode", "SHA", "www", "srv"}
    | {"known_hosts", "host_key", "host", "key", "certificate", "timestamp", "archive", "hosts"}
    | {"platform", "version", "Python", "Windows", "Linux", "Word"}
    | {
        "win",
        "amd",
        "manylinux",
        "aarch",
        "start",
        "bat",
        "command",
        "sh",
        "content",
        "notices",
        "README",
    }
    | {"CN", "md", "py", "HTTP"}
    | {"JPEG", "PNG", "WebP", "jpg", "png", "webp", "before", "KB", "pictures"}
    | {"Chrome", "Edge", "Firefox", "QQ"}
    # What the clerk tells the server's administrator, word for word.
    | {"nginx", "Apache", "client_max_body_size", "client", "max", "body", "size", "webdav", "TLS"}
    | {"LimitRequestBody", "DirectoryIndex", "disabled", "dav", "ext", "dav_ext_methods", "methods"}
    | {"PROPFIND", "OPTIONS", "Basic", "Digest", "MD", "gbk", "utf", "encoding", "docs"}
    | {
        "export",
        "bag",
        "warc",
        "wacz",
        "docx",
        "to",
        "deliver",
        "zip",
        "txt",
        "pdf",
        "README",
        "notice",
    }
    | {"PDF", "Noto", "Serif", "CJK", "SC", "HanaMinB", "TH", "Tshyn", "BabelStone", "Han"}
    | {"git", "gitattributes", "unix", "dos", "text", "reviews", "allowed", "signers", "published"}
    | {"con", "aux", "cache", "genres", "new", "list", "update", "confirm"}
    # Kinds of files that offices name so.
    | {"Word", "WPS", "docx", "doc", "html", "RTF"}
    # Browsers.
    | {"Chrome", "Edge", "Firefox", "QQ"}
    # Kinds of files, and the programs that make them.
    | {"import", "ledger", "Word", "WPS", "LibreOffice", "OFD", "XML", "HTML", "Big"}
    | {"docx", "doc", "wps", "pdf", "html", "md", "txt"}
    | {"Excel", "xlsx", "xls", "et", "DTD"}
)


@pytest.mark.parametrize("code", sorted(CATALOGUES["zh"]))
def test_values_are_the_same(code: str) -> None:
    """Both languages name exactly the same values."""
    names = [
        {name for _, name, _, _ in FIELDS.parse(CATALOGUES[language][code]) if name}
        for language in ("zh", "en")
    ]
    assert names[0] == names[1]


@pytest.mark.parametrize(
    "code", sorted(c for c in CATALOGUES["zh"] if c.startswith(("yaml.", "text.", "field.")))
)
def test_advice_follows_the_finding(code: str) -> None:
    """A message about content says what is wrong, then what to do, and does not end in a stop."""
    sentence = CATALOGUES["zh"][code]
    assert re.search("请|应|要|可以", sentence)
    assert not sentence.endswith("。")


@pytest.mark.parametrize(
    "code", sorted(c for c in CATALOGUES["zh"] if not c.startswith(("cli.", "template.")))
)
def test_no_english_for_clerks(code: str) -> None:
    """Latin words in Chinese sentences are keys, values and names, never explanations."""
    sentence = re.sub(r"\{\w+\}", "", CATALOGUES["zh"][code])
    words = set(re.findall(r"[A-Za-z]{2,}", sentence))
    keys = keys_of_files()
    parts = {part for key in keys for part in key.split("_")}
    assert words - KNOWN_WORDS - keys - parts == set()


@functools.cache
def keys_of_files() -> frozenset[str]:
    """Return every key that a notice or a site file may have."""
    return frozenset(
        key
        for model in (Notice, Site, Genre, Addresses)
        for key in re.findall(r'"(\w+)": \{', str(model.model_json_schema()).replace("'", '"'))
    )


def test_unknown_code() -> None:
    """A code without a sentence is a mistake of the program, and said at once."""
    with pytest.raises(KeyError):
        say("no.such", "zh")
