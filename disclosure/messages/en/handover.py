"""English: exporting, delivering and bundling."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cli.export": "hand sealed versions to an archive, or write Word files: export notice 1; without names all of them",
        "cli.export_options": "options of export and deliver; export takes one of --bag, --warc, --wacz and --docx",
        "cli.bag": "a folder for the archive (BagIt), with source and sign-offs",
        "cli.warc": "a web archive file (WARC), of published files only",
        "cli.wacz": "a web archive that players open (WACZ), of published files only",
        "cli.to": "where to, this folder if nothing is said",
        "cli.bundle": "program, content and packages in one zip, for a machine without a network",
        "cli.bundle_options": "options of bundle (--to as well)",
        "cli.extras": "extras to take along, with commas, such as archive,sftp; those installed here if nothing is said",
        "cli.platform": "the kind of the other machine, such as win_amd64; this one's if nothing is said",
        "cli.python_version": "its Python, such as 3.12, or several with commas; this one's if nothing is said",
        "cli.zip": "deliver one zip instead of a folder",
        "cli.deliver": "files of a notice to paste into a CMS or 公众号 and to print: deliver notice",
        "deliver.which": "which notice is to be delivered? deliver 2022-02-23-jxzszx",
        "deliver.unreadable": "{path} has errors and cannot be read, nothing was made; mend the errors above first",
        "deliver.foreign": "{path} is there already, is no delivery of ours and was not overwritten; move it away, or choose a folder with --to",
        "deliver.touched": "{name} in {path} is not as it was made, nothing was overwritten; look at it and move it away, or choose a folder with --to",
        "deliver.errors": "note: {path} has {count} errors neither mended nor waived (see check); mend them before it is published",
        "deliver.draft": "note: {path} has no date of publication yet, it is a draft; give published and sign it before it is published",
        "deliver.unsigned": "note: {path} is not signed off, or was changed since; sign it before it is published",
        "deliver.withdrawn": "note: {path} was withdrawn by version {number} and should not be public; to publish it again, sign and seal it first",
        "deliver.changed": "note: {path} differs from version {number}, the last sealed; seal it before it is published, or see diff",
        "deliver.no_pdf": "notice.pdf was not made; all other files were.",
        "pdf.unprintable": "{count} characters cannot be printed here, or would be read as others; their places stand above; mend them and run deliver again",
        "pdf.no_glyph": "no font of this machine has “{character}” ({point}); the PDF would show a box. Install a font that has it, such as Noto Serif CJK SC, or write it otherwise",
        "pdf.far_han": "no font of this machine has “{character}” ({point}); the PDF would show a box. Install a font with many characters, such as HanaMinB, TH-Tshyn or BabelStone Han",
        "pdf.private": "“{character}” ({point}) is a private character, which only machines with the same private font show; write a character of the standard, or have that font installed",
        "pdf.confused": "the fonts here draw “{character}” ({point}) with the same glyph as “{other}” ({other_point}), so that it would be copied, found and read aloud as that; look which one is meant and use one of them throughout",
        "deliver.done": "{count} files made, README.txt tells which is which: {path}",
        "export.which": "write export with one of --bag, --warc, --wacz and --docx, and a notice and a version if you like: export 2022-02-23-jxzszx 1 --bag",
        "export.nothing": "nothing was ever sealed, there is nothing to export; use seal first",
        "export.no_notice": "{slug} was never sealed, there is nothing to export; sealed are: {known}",
        "export.unsound": "the archive has {count} faults (first: {place}) and is not exported; run verify first",
        "export.changed": "the archived file {path} was changed meanwhile, nothing was exported; run verify",
        "export.name": "the archived name {path} is unsafe or impossible on other systems and is not exported; where is this archive from?",
        "export.same_name": "the archived names {path} and {other} are one on other systems and are not exported; where is this archive from?",
        "export.time": "the time of {path}, {time}, cannot be read, and it is not exported; where is this archive from?",
        "export.done": "exported: {versions} versions, {path}",
        "bundle.downloading": "downloading packages ...",
        "bundle.download": "the packages of {name} cannot be downloaded: no network, or none for that machine; look at the network, --platform and --python-version. Details are in {log}",
        "bundle.installed": "this command works from the program's folder (the one with build.py), not from an installed package; get that folder and run it there",
        "bundle.extra": 'there is no extra "{what}"; there are {known}',
        "bundle.platform": '"{what}" is no kind of machine; write such as win_amd64 or manylinux2014_aarch64',
        "bundle.python": '"{what}" is no Python that will do; write 3.11 or newer, such as 3.12',
        "bundle.left_out": "left out: {path} (not part of notices and program, or a key, or a link to elsewhere)",
        "bundle.done": "bundled: {path}",
        "bundle.readme": """Disclosure, for use without a network

1. Install Python {python} (64 bit) first. This zip is for: {platform}.
2. Windows: double-click start.bat. macOS: double-click start.command. Linux: in a terminal, in this folder, run sh start.sh.
3. The first start prepares the environment, which takes a minute and needs no network; then the site is built and the preview opens in the browser. Close the window or press Ctrl-C to stop.
4. The site is in the folder site. Notices are in content/notices; README.md says how to write them.
5. Extras that came along: {extras}. To use one, run python3 build.py setup NAME (on Windows: py build.py setup NAME).

This zip holds sign-offs and the archive; do not put it on the web.
""",
        "output.exists": "{path} is there already and was not overwritten; move it away, or choose a folder with --to",
    }
)
