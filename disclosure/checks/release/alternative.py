"""release.alternative: a picture's alternative text says what is seen, for those who do not see it.

Good::
    sections:
      - title: 甲
        content: [{picture: {file: a.jpg, alt: 河岸已种上草皮，立着公示牌, caption: 整改后}}]
Bad::
    sections: [{title: 甲, content: [{picture: {file: a.jpg, alt: 图片}}]}]
Bad::
    content: [{picture: {file: a.jpg, alt: 图片}}]
Bad::
    sections: [{title: 甲, content: [{picture: {file: a.jpg, alt: a.jpg}}]}]
Bad::
    sections: [{title: 甲, content: [{picture: {file: a.jpg, alt: 整改后, caption: 整改后}}]}]
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.outline import placed_pictures

_NOTHING = re.compile(
    r"(?:整改[前后]|现场)?的?(?:图|图片|照片|配图|插图|示意图|截图|影像)?[一二三四五六\d]*"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for path, picture in placed_pictures(context.notice, context.outline):
        alt = picture.alt.strip("。")
        told = {picture.file, picture.file.rpartition(".")[0], picture.caption}
        if alt in told or _NOTHING.fullmatch(alt):
            yield at_value((*path, "alt"), text=picture.alt)


RULE = Rule("release.alternative", Level.WARNING, "GB/T 37668—2019", __doc__, _check)
