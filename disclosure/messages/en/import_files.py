"""English: importing: kinds of files, and why one is refused."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "import.file.folded": "“{char}” ({point}) is a radical or compatibility character, which looks the same and is never found; it was changed to “{plain}”",
        "import.file.unseen": "a character that nobody sees ({point}) was taken out",
        "import.file.private": "“{char}” ({point}) is of private use and unreadable elsewhere; look at the original and use a standard character",
        "import.file.lost": "a character was lost already in the file and shows as “{char}”; look at the original and put it in",
        "import.file.radical": "“{char}” ({point}) is a radical and no character; look at the original for what it should be",
        "import.file.empty": "the file is empty; look whether it is the right one",
        "import.file.large": "the file has {size} MB, more than the {limit} MB allowed, and is no notice; save one that holds the notice's text only",
        "import.file.encrypted": "the file is protected by a password; open it, save it without one, and import that",
        "import.file.sheet": "this is a spreadsheet; take a ledger back with import --ledger, and a notice's text from a .docx",
        "import.file.slides": "these are slides; save the notice's text as .docx and import that",
        "import.file.ofd": "this is an OFD file; import the .docx that it was made from, or turn it into a PDF with text",
        "import.file.picture": "this is a picture without text; import the .docx that it was made from",
        "import.file.packed": "this is an archive; unpack it and import the file inside",
        "import.file.mhtml": "this is a page saved as one file with its pictures; save it as HTML only and import that",
        "import.file.xml": "this is XML; open it in a word processor, save it as .docx and import that",
        "import.file.other_text": "this is no notice's text; .docx, .doc, .wps, .pdf, .html, .md and .txt can be imported",
        "import.file.unknown": "the kind of this file is not known; .docx, .doc, .wps, .pdf, .html, .md and .txt can be imported; save it as .docx",
        "import.file.no_text": "the file holds no text; look whether it is the right one",
        "import.file.other_kind": "the name says {name} and the content is {kind}; it was read by its content; look whether it is the right file",
        "import.file.undecodable": "line {line} is garbled (byte {byte} does not fit {encoding}); open it in an editor, save it as UTF-8 and import that",
        "import.file.big5": "the file is traditional Chinese in Big5 and was read so; look whether the text is right",
        "import.file.healed": "{count} line breaks were made by a program and were joined; look at the paragraphs",
        "import.file.markup": "“{text}” is markup and no text, and was taken out",
        "import.file.furniture": "“{text}” is of the site around the notice and was left out",
        "import.file.hidden": "“{text}” is hidden in the file and was left out; look whether that is right",
        "import.file.revision": "“{text}” is of the text before or after the revisions, and was left out",
        "import.file.ruby": "“{text}” is a reading beside a character and was left out",
        "import.file.frame": "the page holds another one ({src}), which was not imported; open and save that by itself",
        "import.file.frames": "the page's text is in another file ({src}); open the text in a browser, save it by itself and import that",
        "import.file.picture_absent": "a picture ({src}) is not in the file and was not imported; add it by hand if it is needed",
        "import.file.title_of_head": "the page shows no title; this one is from its head; look whether it is right",
        "import.file.of_head": "“{label}” is not shown on the page and was taken from its head; look whether it is right",
        "import.file.old": "there is no LibreOffice here to read .{kind}; open it in Word or WPS, save it as .docx and import that",
        "import.file.old_slow": "LibreOffice did not finish this .{kind} in time; open it in Word or WPS, save it as .docx and import that",
        "import.file.old_unread": "LibreOffice cannot read this .{kind}; open it in Word or WPS, save it as .docx and import that",
        "import.file.pdf_images": "this PDF holds pictures without text; import the .docx that it was made from",
        "import.file.pdf_broken": "this PDF is damaged; export it again, or import the .docx that it was made from",
        "import.file.pdf_slow": "this PDF was not read within the time and memory allowed; import the .docx that it was made from",
        "import.file.pdf_pages": "this PDF has {count} pages, more than the {limit} allowed; export the notice's pages only",
        "import.file.page_number": "“{text}” is a page number and was left out",
        "import.file.running_head": "“{text}” is repeated on every page and was left out",
        "import.file.page_without_text": "page {page} has no text and may be a picture; look at the original",
        "import.file.pdf_picture": "page {page} has a picture, which was not imported; add it by hand if it is needed",
        "import.file.pdf_table": "page {page} has the lines of a table; its text was imported line by line; look at the original",
    }
)
