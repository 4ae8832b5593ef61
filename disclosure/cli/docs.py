"""``docs``: write the generated documents anew.

They are the schemas, the field tables, the manual of rules and the picture of the program. An
installed program has but the content beside it, and writes the schemas there.
"""

from pathlib import Path, PurePosixPath

from disclosure.checks.manual import manual
from disclosure.checks.rules import RULES
from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, print_lines
from disclosure.cli.program_place import is_installed
from disclosure.files import holds, write_file
from disclosure.messages import say
from disclosure.model.schema import schema_files
from disclosure.project.settings import GENRES
from disclosure.report.architecture import architecture
from disclosure.report.field_table import field_tables
from disclosure.source.load_genres import load_genres

_READMES = (("README.md", "en"), ("README.zh-CN.md", "zh"))
_MANUALS = (("RULES.md", "en"), ("RULES.zh-CN.md", "zh"))


def run_docs(request: Request) -> int:
    """Write what differs and say how many files that were."""
    changed = 0
    settings = request.settings
    files = _schemas(settings.content) if is_installed() else generated_files(settings.root)
    for path, text in files.items():
        if not holds(path, text.encode()):
            write_file(path, text.encode())
            changed += 1
    print_lines([say("cli.docs_done", settings.language, {"count": str(changed)})])
    return CLEAN


def generated_files(root: Path) -> dict[Path, str]:
    """Return the text that every generated document should have, by its path.

    Args:
        root: the project.

    """
    files = _schemas(root / "content")
    for name, language in _MANUALS:
        files[root / "disclosure" / "checks" / name] = manual(RULES, language)
    parts = [(root / name, "fields", field_tables(language)) for name, language in _READMES]
    parts.append((root / "docs" / "architecture.md", "rooms", architecture(root)))
    # A bundle has no docs/.
    files |= {path: _with_part(path, *part) for path, *part in parts if path.is_file()}
    return files


def _schemas(content: Path) -> dict[Path, str]:
    folder = content / GENRES
    known = load_genres(folder, PurePosixPath(GENRES)).genres
    names = [each.genre.name for each in known.files]
    return {content / place: text for place, text in schema_files(names).items()}


def _with_part(path: Path, part: str, text: str) -> str:
    """Return a document with other text between the marks of one of its parts."""
    head, begin, rest = path.read_text(encoding="utf-8").partition(f"<!-- {part}:begin -->")
    _, end, tail = rest.partition(f"<!-- {part}:end -->")
    return f"{head}{begin}\n{text}{end}{tail}"
