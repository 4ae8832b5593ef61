"""English: importing: what a Word file holds besides its text."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        # The file and its structure.
        "import.word.box": "The text of a text box is taken in, before the paragraph that it hangs on; check its place.",
        "import.word.circle": 'Word has no circled numbers beyond 20; it prints plain digits here: "{mark}".',
        "import.word.damaged": "The file is incomplete or damaged and cannot be opened. Open the original in Word or WPS, save a copy, and import that.",
        "import.word.empty": "The file is empty. Make sure that it is the right one.",
        "import.word.encrypted": "The file asks for a password. Open it in Word or WPS, remove the password, save it as .docx, and import that.",
        "import.word.entities": 'Part "{part}" of the file declares a document type, which Word never writes; it was not read, for safety. Open it in Word, save a copy, and import that.',
        "import.word.file_within": "Another file is embedded here, and its text was not taken in. Open it and check; copy what is needed into the text.",
        "import.word.html": "The file is called .docx, but it is a web page. Open it in Word and save it as .docx, or rename it to .html, and import that.",
        "import.word.large": "The file is too large, or unpacks to an abnormal size; it was not read. Compress its pictures, remove what is not needed, save a copy, and import that.",
        "import.word.macros": "The file holds macros and was not read. Save it in Word as a .docx without macros, and import that.",
        "import.word.merged_text": "A cell that is covered by a merged one still holds text, which Word does not show; it was put into the cell above. Check it.",
        "import.word.nested": 'Part "{part}" of the file is nested too deeply or has too many elements for any official document; it was not read. Open it in Word, save a copy, and import that.',
        "import.word.no_text_part": "The file has no text of Word. Make sure that it is a Word document, save it in Word as .docx, and import that.",
        "import.word.no_word_file": "The file is no Word document. Make sure that it is the right one, open it in Word or WPS, save it as .docx, and import that.",
        "import.word.number_differs": 'Word numbers this "{mark}", and "{typed}" is typed as well; what is typed is kept. Check it.',
        "import.word.number_made": 'Number "{mark}" is made by Word; it is written as Word shows it.',
        "import.word.number_twice": 'Number "{typed}" is both made by Word and typed; only one is kept.',
        "import.word.old_doc": "The file is called .docx, but it is an old Word document (.doc). Open it in Word or WPS, save it as .docx, and import that.",
        "import.word.part_damaged": 'Part "{part}" of the file is damaged and cannot be read. Open the original in Word or WPS, save a copy, and import that.',
        "import.word.part_name": 'The file holds an abnormal path, "{part}"; it was not read, for safety. Open it in Word, save a copy, and import that.',
        "import.word.part_twice": 'Part "{part}" is in the file twice, and which one counts cannot be told. Open it in Word, save a copy, and import that.',
        "import.word.pdf": "The file is called .docx, but it is a PDF. Rename it to .pdf and import that, or import the Word document it was made from.",
        "import.word.picture_outside": "The picture here is not in the file ({target}) and was not read. If it is needed, insert it into the document and import that again.",
        "import.word.red_head": 'The red head "{text}" is the office\'s letterhead and no part of the text; it was left out of the draft.',
        "import.word.remote": "The file refers to something outside ({kind}: {target}), which was neither fetched nor read.",
        "import.word.repeated_head": "This row repeats the head of the table; only the first is kept.",
        "import.word.row_hidden": "This row of the table is hidden; it was left out of the draft. Check whether it is to be public.",
        "import.word.rtf": "The file is called .docx, but it is RTF. Open it in Word or WPS, save it as .docx, and import that.",
        "import.word.sheet": "This is a spreadsheet, not a Word document. Import a ledger with the command for ledgers, and the text from a Word document.",
        "import.word.slides": "This is a presentation, not a Word document. Put the text into a Word document, and import that.",
        "import.word.table_joined": "{count} tables that a page or a section had cut apart are one again; check it.",
        "import.word.unknown": "Something other than text of Word stands here ({name}); its text was left out of the draft. Check it.",
        # What stands inside a paragraph.
    }
)
