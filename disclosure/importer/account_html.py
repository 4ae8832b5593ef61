"""The account as one HTML file.

Apart: what is read of a file may hold control characters, what is rendered may not.
"""

from pathlib import Path

from disclosure.control_characters import spell_controls
from disclosure.render.account_page import AccountView, render_account


def account_page(view: AccountView, name: str, templates: Path) -> bytes:
    """Return the page.

    Args:
        view: what it shows.
        name: of the imported file.
        templates: of the project.

    Raises:
        TemplateError: its template is broken.

    """
    page = render_account(view, name, templates).decode()
    # The file may hold what no file of ours does.
    return spell_controls(page).encode()
