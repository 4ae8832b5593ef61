"""Chinese, the language that is shipped."""

from typing import Final

from disclosure.page_texts.catalogue import PageTexts
from disclosure.page_texts.zh.document import DOCUMENT
from disclosure.page_texts.zh.names import NAMED, NAMES
from disclosure.page_texts.zh.pages import TEXTS

CATALOGUE: Final = PageTexts("zh-CN", TEXTS, NAMES, NAMED, DOCUMENT).naming({})
