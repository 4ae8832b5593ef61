"""JSON Schemas of the content files, for completion and help in an editor."""

import json
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from disclosure.model.addresses import Addresses
from disclosure.model.genre import Genre
from disclosure.model.notice import Notice
from disclosure.model.site import Site
from disclosure.model.terms import Terms

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_files(genres: Iterable[str] = ()) -> dict[PurePosixPath, str]:
    """Return each schema's text by its place in the content folder.

    Args:
        genres: names that an editor offers for ``genre``; any other may be typed as well.

    """
    notice = Notice.model_json_schema()
    if names := list(genres):
        notice["properties"]["genre"]["anyOf"].insert(0, {"enum": names})
    return {
        PurePosixPath("schema/notice.schema.json"): _schema(notice, "公开通报"),
        PurePosixPath("schema/site.schema.json"): _schema(Site.model_json_schema(), "网站信息"),
        PurePosixPath("schema/terms.schema.json"): _schema(Terms.model_json_schema(), "词表"),
        PurePosixPath("schema/addresses.schema.json"): _schema(
            Addresses.model_json_schema(), "原来的网址"
        ),
        PurePosixPath("schema/genre.schema.json"): _schema(Genre.model_json_schema(), "文种"),
    }


def _schema(of_model: dict[str, Any], title: str) -> str:
    schema = {"$schema": _DRAFT} | of_model | {"title": title}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
