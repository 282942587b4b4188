"""Reports of vulnerabilities and malware, asked for as of OSV: a list for many questions at once, then each record."""

import json
from typing import Any

from answer import Answer

PAGE = 1000


def query_batch(records: list[dict[str, Any]], body: bytes, page: int = PAGE) -> Answer:
    """`POST /v1/querybatch`: the answers in the order of the questions, ids and dates only."""
    try:
        results = [one_query(records, query, page) for query in json.loads(body)["queries"]]
    except (KeyError, TypeError, ValueError) as fault:
        return as_json(400, {"code": 3, "message": f"Invalid query: {fault}"})
    return as_json(200, {"results": results})


def record(records: list[dict[str, Any]], identifier: str) -> Answer:
    """`GET /v1/vulns/ID`."""
    found = next((each for each in records if each["id"] == identifier), None)
    return as_json(200, found) if found else as_json(404, {"code": 5, "message": "Bug not found."})


def one_query(records: list[dict[str, Any]], query: dict[str, Any], page: int) -> dict[str, Any]:
    package, version = query["package"], query.get("version")
    found = [each for each in records if not each.get("withdrawn") and is_about(each, package, version)]
    start = int(query.get("page_token") or 0)
    shown = [{"id": each["id"], "modified": each.get("modified", "2026-01-01T00:00:00Z")} for each in found[start : start + page]]
    more = {"next_page_token": str(start + page)} if len(found) > start + page else {}
    return {**({"vulns": shown} if shown else {}), **more}


def is_about(record: dict[str, Any], package: dict[str, str], version: str | None) -> bool:
    return any(
        affected["package"]["ecosystem"] == package["ecosystem"]
        and affected["package"]["name"] == package["name"]
        and (version is None or is_affected(affected, version))
        for affected in record.get("affected", [])
    )


def is_affected(affected: dict[str, Any], version: str) -> bool:
    """By the list or by the ranges (OSV schema, evaluation)."""
    if version in affected.get("versions", []):
        return True
    return any(is_within(each["events"], version) for each in affected.get("ranges", []) if each["type"] == "ECOSYSTEM")


def is_within(events: list[dict[str, str]], version: str) -> bool:
    from packaging.version import Version

    asked, inside = Version(version), False
    for event in sorted(events, key=lambda each: Version(next(iter(each.values())))):
        (kind, at), = event.items()
        if kind == "introduced" and (at == "0" or asked >= Version(at)):
            inside = True
        elif kind == "fixed" and asked >= Version(at) or kind == "last_affected" and asked > Version(at):
            inside = False
    return inside


def as_json(status: int, content: Any) -> Answer:
    return Answer(status, json.dumps(content).encode(), "application/json")
