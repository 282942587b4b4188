"""An answer as a value, and what HTTP asks of it: the kind that is preferred, and whether it changed."""

import hashlib
import re
from dataclasses import dataclass, field

import pages

JSON_TYPE = "application/vnd.pypi.simple.v1+json"


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    reason: str | None = None


def preferred(accept: str) -> str | None:
    """HTML for whoever does not ask for JSON, as on PyPI; None where neither is wanted."""
    weights: dict[str, float] = {}
    for choice in (accept or "*/*").split(","):
        kind, *parameters = [part.strip() for part in choice.split(";")]
        quality = next((part[2:] for part in parameters if part.startswith("q=")), "1")
        weights[kind.lower()] = float(quality) if re.fullmatch(r"[01](\.\d+)?", quality) else 0.0
    as_json = max(weights.get(kind, 0) for kind in (JSON_TYPE, "application/vnd.pypi.simple.latest+json"))
    as_html = max(weights.get(kind, 0) for kind in ("text/html", "application/vnd.pypi.simple.v1+html", "text/*", "*/*"))
    if not as_json and not as_html:
        return None
    return JSON_TYPE if as_json >= as_html else "text/html"


def unchanged(answer: Answer, if_none_match: str) -> Answer:
    """RFC 9110, section 13.1.2."""
    if answer.status != 200:
        return answer
    tag = f'"{hashlib.sha256(answer.body).hexdigest()[:32]}"'
    given = [each.strip().removeprefix("W/") for each in if_none_match.split(",")]
    headers = {**answer.headers, "ETag": tag}
    if tag in given or "*" in given:
        return Answer(304, b"", answer.content_type, headers)
    return Answer(200, answer.body, answer.content_type, headers)


def html(page: str) -> Answer:
    return Answer(200, page.encode())


def moved(path: str) -> Answer:
    return Answer(301, headers={"Location": path})


def missing() -> Answer:
    return Answer(404, pages.simple_page("404 Not Found", "This index holds nothing under that address.").encode())
