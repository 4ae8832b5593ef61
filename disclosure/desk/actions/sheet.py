"""The approval sheet (审批表), to be printed.

Apart: every action has a module of its name.
"""

from disclosure.editorial.approval_sheet import sheet_page
from disclosure.editorial.check import CheckContext, check_file
from disclosure.project.notices import NoticeFile


def do(file: NoticeFile, context: CheckContext) -> bytes:
    """Return the approval sheet of a notice as a page that needs no other file.

    Raises:
        DisclosureError: the notice cannot be read, or the sheet's template is broken.

    """
    return sheet_page(check_file(file, context), context)
