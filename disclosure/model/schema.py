"""JSON Schemas of the content files, for completion and help in an editor."""

import json
from pathlib import PurePosixPath

from disclosure.model.fields import Model
from disclosure.model.notice import Notice
from disclosure.model.site import Site
from disclosure.model.terms import Terms

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_files() -> dict[PurePosixPath, str]:
    """Return each schema's text by its place in the content folder."""
    return {
        PurePosixPath("schema/notice.schema.json"): _schema(Notice, "公开通报"),
        PurePosixPath("schema/site.schema.json"): _schema(Site, "网站信息"),
        PurePosixPath("schema/terms.schema.json"): _schema(Terms, "词表"),
    }


def _schema(model: type[Model], title: str) -> str:
    schema = {"$schema": _DRAFT} | model.model_json_schema() | {"title": title}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
