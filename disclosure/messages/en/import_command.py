"""English: importing: the command, its account of characters, and updates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cli.confirm_public": "import: the file has words of secrecy or of a draft, and may be published all the same",
        "cli.import": "make a draft of a Word or other file, with an account of every character: import FILE",
        "cli.import_options": "options of import (--to names the draft's file, --report that of the account)",
        "cli.punctuation": "marks when importing: full makes half-width ones of Chinese text full-width (default), keep leaves them",
        "cli.revisions": "which text of a file with marked revisions: final (default) or original; all of them are listed",
        "import.absent": "there is no file {path}; please check its name and folder",
        "import.account.all": "the file has {total} characters, all of them accounted for",
        "import.account.lost": "the file has {total} characters, {lost} of them unaccounted for",
        "import.at": " ({place})",
        "import.bracket_alone": "a bracket without its pair, left as it is: {text}",
        "import.comment_open": "a comment of the imported file is still open: {text}; delete the line when it is settled",
        "import.confirm": "please confirm: {reason}",
        "import.count_of_nothing": "the text says {stated} of {label} and lists none of them, so declared does not have it",
        "import.counts": "{conclusion}: {parts}",
        "import.dropped": "{sentence} (in the file: {text})",
        "import.exists": "{path} is there already and was not overwritten; please name another with --to",
        "import.full_width": "mark {old} becomes {new}",
        "import.large": "the file is larger than {limit} MB and was not read; please save it without needless pictures",
        "import.line": "line {line} {word}",
        "import.no_file": "{path} is no plain file and was not read; please name a file",
        "import.places": "{count} times: {places}",
        "import.places_first": "{count} times, first at {places}",
        "import.private": "texts that the draft does not have (hidden ones, comments) hold what must not go out with the file:",
        "import.proof.differs": "what the draft prints differs from the file in {count} places",
        "import.proof.less": "behind {before}: {file} is not printed",
        "import.proof.more": "behind {before}: {printed} is printed besides",
        "import.proof.none": "the draft cannot be built yet and was not compared with the file; please mend the errors below",
        "import.proof.other": "behind {before}: the file says {file}, printed is {printed}",
        "import.proof.same": "the draft prints the file word for word, but for the changes below",
        "import.quote_alone": "a quotation mark without its pair, left as it is: {text}",
        "import.stopped": "no draft was written, because of these words in the file: {why}. If it may be published all the same, add --confirm-public",
        "import.title.changes": "written otherwise or left out:",
        "import.title.confirm": "please look at:",
        "import.title.lost": "unaccounted for:",
        "import.unreadable": "the file {path} cannot be read ({reason}); please check and try again",
        "import.usage": "please name one file to import, as in python3 build.py import notice.docx; - reads standard input",
        "import.way.dropped": "left out",
        "import.way.kept": "kept",
        "import.way.lost": "unaccounted for",
        "import.way.normalised": "written otherwise",
        "import.way.said": "printed by the program",
        "import.way.worked_out": "as data",
        "import.written": "the draft is {path} ({pictures} pictures); please look at the lines that ask to be confirmed, then run python3 build.py check {slug}",
        "import.written_faulty": "the draft is {path} ({pictures} pictures) and builds once the errors above are mended; then run python3 build.py check {slug}",
    }
)
