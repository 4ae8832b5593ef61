"""Make a corpus: the neutral JSON notices of the generator, as our YAML.

    python bench/corpus.py JSON_DIR CONTENT_DIR [COUNT]

Writes ``CONTENT_DIR/site.yaml`` and ``CONTENT_DIR/notices/<slug>.yaml``.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

SITE = """\
name: 某某县人民政府
base_url: https://example.gov.cn/
organizer: 某某县人民政府
site_code: 3418230001
icp: 皖ICP备12345678号-1
police_record: 皖公网安备 34182302000001号
report_error: https://example.gov.cn/jiucuo
column: {name: 公开通报, description: 公布巡察整改情况, keywords: [巡察, 整改], type: 党务公开}
"""
_WORD = re.compile(r"^[一二三四]是")
_FULL = str.maketrans(",;:()", "，；：（）")


def notice_data(model: dict[str, Any]) -> dict[str, Any]:
    """Return one neutral notice in our keys."""
    return {
        "title": model["title"],
        "issuer": f"中共{model['county']}{model['unit']}党组",
        "source": model["source"],
        "published": model["date"],
        "published_time": "09:30",
        "summary": model["description"],
        "numbering": {"run_on": ["1."]},
        "metrics": [_metric(number, metric) for number, metric in enumerate(model["metrics"], 1)],
        "lead": model["intro"],
        "sections": [_chapter(part) for part in model["parts"]],
        "feedback": {"invitation": model["closing"]},
        "contact": {
            "name": model["contact"]["office"],
            "phone": model["contact"]["phone"],
            "email": model["contact"]["email"],
        },
    }


def _metric(number: int, metric: dict[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": f"m{number}",
        "name": metric["name"],
        "value": metric["value"],
        "unit": metric["unit"],
        "yoy": f"{metric['change']}%",
    }
    if number <= 4:
        data["headline"] = "true"
    return data


def _title(text: str) -> str:
    return re.sub(r"^(?:[一二三]、|\([一二三]\)|\d+[.、]|\(\d+\))", "", text).translate(_FULL)


def _chapter(part: dict[str, Any]) -> dict[str, Any]:
    data: dict[str, Any] = {"title": _title(part["title"])}
    if part["intro"]:
        data["body"] = part["intro"].translate(_FULL)
    if part["items"]:
        data["numbering"] = "1、"
        data["sections"] = [
            {"title": _title(item["title"]) + "。", "run_in": "true", "body": item["text"]}
            for item in part["items"]
        ]
    if part["categories"]:
        data["sections"] = [_category(category) for category in part["categories"]]
    return data


def _category(category: dict[str, Any]) -> dict[str, Any]:
    aspects = [_aspect(aspect) for aspect in category["aspects"]]
    return {"title": _title(category["title"]), "kind": "大类", "sections": aspects}


def _aspect(aspect: dict[str, Any]) -> dict[str, Any]:
    data: dict[str, Any] = {"title": _title(aspect["title"]) + "。", "kind": "方面"}
    problems = []
    for problem in aspect["problems"]:
        outcomes = [_WORD.sub("", text) for text in problem["measures"]]
        if problem["title"]:
            problems.append({"title": _title(problem["title"]) + "。", "outcomes": outcomes})
        else:
            data["outcomes"] = outcomes
    return data | ({"sections": problems} if problems else {})


def write_corpus(source: Path, content: Path, count: int) -> None:
    """Convert the first ``count`` notices of ``source``."""
    notices = content / "notices"
    notices.mkdir(parents=True, exist_ok=True)
    (content / "site.yaml").write_text(SITE, encoding="utf-8")
    for path in sorted(source.glob("*.json"))[:count]:
        data = notice_data(json.loads(path.read_text(encoding="utf-8")))
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**9)
        (notices / f"{path.stem}.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    wanted = int(sys.argv[3]) if len(sys.argv) > 3 else 10**9
    write_corpus(Path(sys.argv[1]), Path(sys.argv[2]), wanted)
