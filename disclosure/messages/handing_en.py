"""English: exporting and delivering."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cli.export": "hand sealed versions to an archive: export notice 1; without names all of them",
        "cli.export_options": "options of export and deliver; export takes one of the first three",
        "cli.bag": "a folder for the archive (BagIt), with source and sign-offs",
        "cli.warc": "a web archive file (WARC), of published files only",
        "cli.wacz": "a web archive that players open (WACZ), of published files only",
        "cli.to": "where to, this folder if nothing is said",
        "cli.zip": "deliver one zip instead of a folder",
        "cli.deliver": "files of a notice to paste into a CMS or 公众号 and to print: deliver notice",
        "deliver.which": "which notice is to be delivered? deliver 2022-02-23-jxzszx",
        "deliver.unreadable": "{path} has errors and cannot be read, nothing was made; mend the errors above first",
        "deliver.foreign": "{path} is there already, is no delivery of ours and was not overwritten; move it away, or choose a folder with --to",
        "deliver.touched": "{name} in {path} is not as it was made, nothing was overwritten; look at it and move it away, or choose a folder with --to",
        "deliver.errors": "note: {path} has {count} errors neither mended nor waived (see check); mend them before it is published",
        "deliver.unsigned": "note: {path} is not signed off, or was changed since; sign it before it is published",
        "deliver.changed": "note: {path} differs from version {number}, the last sealed; seal it before it is published, or see diff",
        "deliver.no_pdf": "notice.pdf was not made; all other files were.",
        "deliver.done": "{count} files made, README.txt tells which is which: {path}",
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
