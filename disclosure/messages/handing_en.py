"""English: exporting."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cli.export": "hand sealed versions to an archive: export notice 1; without names all of them",
        "cli.export_options": "options of export, one of the first three",
        "cli.bag": "a folder for the archive (BagIt), with source and sign-offs",
        "cli.warc": "a web archive file (WARC), of published files only",
        "cli.wacz": "a web archive that players open (WACZ), of published files only",
        "cli.to": "where to, this folder if nothing is said",
        "export.which": "write export with one of --bag, --warc and --wacz, and a notice and a version if you like: export 2022-02-23-jxzszx 1 --bag",
        "export.nothing": "nothing was ever sealed, there is nothing to export; use seal first",
        "export.no_notice": "{slug} was never sealed, there is nothing to export; sealed are: {known}",
        "export.unsound": "the archive has {count} faults (first: {place}) and is not exported; run verify first",
        "export.changed": "the archived file {path} was changed meanwhile, nothing was exported; run verify",
        "export.name": "the archived name {path} is unsafe or impossible on other systems and is not exported; where is this archive from?",
        "export.same_name": "the archived names {path} and {other} are one on other systems and are not exported; where is this archive from?",
        "export.time": "the time of {path}, {time}, cannot be read, and it is not exported; where is this archive from?",
        "export.done": "exported: {versions} versions, {path}",
        "output.exists": "{path} is there already and was not overwritten; move it away, or choose a folder with --to",
    }
)
