"""``docs``: write the generated documents anew: schemas, field tables, the manual of rules."""

from pathlib import Path

from disclosure.checks.manual import manual
from disclosure.checks.rules import RULES
from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, print_lines
from disclosure.files import holds, write_file
from disclosure.messages import say
from disclosure.model.schema import schema_files
from disclosure.report.field_table import field_tables

_BEGIN, _END = "<!-- fields:begin -->", "<!-- fields:end -->"
_READMES = (("README.md", "en"), ("README.zh-CN.md", "zh"))

_MANUALS = (("RULES.md", "en"), ("RULES.zh-CN.md", "zh"))


def run_docs(request: Request) -> int:
    """Write what differs and say how many files that were."""
    changed = 0
    for path, text in generated_files(request.settings.root).items():
        if not holds(path, text.encode()):
            write_file(path, text.encode())
            changed += 1
    print_lines([say("cli.docs_done", request.settings.language, {"count": str(changed)})])
    return CLEAN


def generated_files(root: Path) -> dict[Path, str]:
    """Return the text that every generated document should have, by its path.

    Args:
        root: the project.

    """
    files = {root / "content" / place: text for place, text in schema_files().items()}
    for name, language in _MANUALS:
        files[root / "disclosure" / "checks" / name] = manual(RULES, language)
    for name, language in _READMES:
        path = root / name
        text = path.read_text(encoding="utf-8")
        head, begin, rest = text.partition(_BEGIN)
        _, end, tail = rest.partition(_END)
        files[path] = f"{head}{begin}\n{field_tables(language)}{end}{tail}"
    return files
