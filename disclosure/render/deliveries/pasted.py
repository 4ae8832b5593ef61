"""What is pasted: into the editor of a CMS, with styles or without, and into 公众号."""

from pathlib import Path

from markupsafe import Markup

from disclosure.errors import TemplateError
from disclosure.model.notice import Notice
from disclosure.render.deliveries.appendix import appendix_blocks
from disclosure.render.deliveries.blocks import (
    Role,
    facts_block,
    head_facts,
    office_facts,
    text_blocks,
    without_links,
)
from disclosure.render.environment import Templates
from disclosure.render.inline import Inline, inline
from disclosure.render.views.notice import NoticeView

FRAGMENT = "fragment.html"
PLAIN = "fragment-plain.html"
COPY = "copy.html"
WECHAT = "wechat.html"
# Tells a browser, and Notepad, how the file is encoded: a fragment has no head to say it.
_MARK = "\ufeff"


def render_pasted(view: NoticeView, notice: Notice, templates: Templates) -> dict[str, bytes]:
    """Return the files to paste from, by name.

    Title, source and date are missing in the fragments, since a CMS asks for them in fields of
    its own and prints them above the text; in 公众号 they stand at the top.

    Raises:
        TemplateError: a template is broken.

    """
    text, appendix = text_blocks(view, notice), appendix_blocks(view, templates.texts)
    own = office_facts(notice)
    fragment = (*((facts_block(own, Role.NOTE),) if own else ()), *text, *appendix)
    article = without_links((facts_block(head_facts(notice), Role.NOTE), *text, *appendix))
    html = _render(templates, FRAGMENT, blocks=fragment)
    folder = templates.folder / "deliveries"
    style, script = (_inlined(folder / name) for name in ("copy.css", "copy.js"))
    copy = _render(
        templates,
        COPY,
        title=view.title,
        fragment=Markup(html),  # noqa: S704 - rendered above
        style=style.text,
        script=script.text,
        script_hash=script.hash,
    )
    plain = _render(templates, PLAIN, blocks=fragment)
    wechat = _render(templates, WECHAT, title=view.title, blocks=article)
    return {
        FRAGMENT: (_MARK + html).encode(),
        PLAIN: (_MARK + plain).encode(),
        COPY: copy.encode(),
        WECHAT: wechat.encode(),
    }


def _render(templates: Templates, name: str, **values: object) -> str:
    return templates.render(f"deliveries/{name}", **values).lstrip()


def _inlined(path: Path) -> Inline:
    try:
        return inline(path.name, path.read_text("utf-8"))
    except OSError as error:
        raise TemplateError("template.absent", name=path.name) from error
