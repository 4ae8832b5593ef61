"""English: contacts, their telephone numbers and mailboxes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "field.phone": "'{value}' is no telephone number; write it like 0563-2263070, several as a list",
        "field.phone_like": "telephone “{value}”: write “{mended}”, one hyphen behind the area code and no blanks; several numbers go on lines of their own",
        "field.phone_beside": "telephone '{value}' touches letters or other digits; set it apart",
        "field.phone_area": "telephone '{value}': no area code begins with {area}; they are 010, 020 to 029, and four digits from 03 to 09",
        "field.phone_count": "telephone '{value}' has {count} digits behind the area code {area}; a line has 7 or 8, a short number such as 12388 has 5",
        "field.phone_first": "telephone '{value}': its number begins with {digit}; none of a line begins with 0 or 1",
        "field.phone_digits": "telephone '{value}' has {count} digits; a line has an area code and 7 or 8, a mobile has 11",
        "field.phone_mobile": "'{value}' looks like a mobile and has {count} digits; a mobile has 11 and begins with 13 to 19",
        "field.phone_free": "'{value}' has {count} digits; a 400 or 800 number has 10",
        "field.phone_several": "'{value}' holds several numbers; list them, as in phone: [0563-2263070, 0563-2263071], or use lines to print it as it stands",
        "field.phone_words": "'{value}' holds more than a number; write “{number}”, or use lines to print it as it stands",
        "field.email": "'{value}' is no mail address; write it like name@example.com",
        "contact.unreachable": "the contact has neither phone, mail nor address; give at least one",
        "contact.line": "a line of a contact has one key beside its label, here it has {keys}; make several lines of it, or one text",
        "contact.line_label": "'{label}' is a label to be printed; write the line as {{label: {label}, {key}: {value}}}",
        "contact.line_empty": "this line has nothing but its label; add one of phone, fax, email, address and text",
        "contact.mixed": "lines says all of the contact; move {key} there, too",
        "contact.unreachable_lines": "lines holds neither telephone, mailbox nor address; give at least one line by phone, email or address",
    }
)
