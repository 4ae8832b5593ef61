"""The table of what is delivered of a notice beside its files on the site, one line each."""

from typing import Final

from disclosure.render.deliveries.cms_fields import render_fields, render_fields_json
from disclosure.render.deliveries.pasted import (
    render_copy,
    render_fragment,
    render_plain_fragment,
    render_wechat,
)
from disclosure.render.deliveries.pdf import render_pdf
from disclosure.render.deliveries.word.notice import render_docx
from disclosure.render.outputs import OUTPUTS, Output
from disclosure.render.single_file import render_standalone

# READMEs name them in this order.
ONLY_DELIVERED: Final = (
    Output("copy.html", render_copy, purpose="purpose.copy"),
    Output("fragment.html", render_fragment, purpose="purpose.fragment"),
    Output("fragment-plain.html", render_plain_fragment, purpose="purpose.plain"),
    Output("meta.txt", render_fields, purpose="purpose.form"),
    Output("meta.json", render_fields_json, purpose="purpose.form_data"),
    Output("wechat.html", render_wechat, purpose="purpose.wechat"),
    Output("standalone.html", render_standalone, purpose="purpose.standalone"),
    Output("notice.pdf", render_pdf, purpose="purpose.paper", optional=True),
    Output("notice.docx", render_docx, purpose="purpose.word"),
)


def delivered(*, optional: bool) -> tuple[Output, ...]:
    """Return what is delivered, with or without what may be lacking."""
    return tuple(
        output
        for output in (*ONLY_DELIVERED, *OUTPUTS)
        if output.purpose and (optional or not output.optional)
    )
