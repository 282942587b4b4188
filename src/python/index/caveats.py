"""PyPI's five kinds of caveat, as strict as there: JSON arrays of a tag and its fields, and all must hold."""

import json
from dataclasses import dataclass
from typing import Any, Callable


class CaveatFault(Exception):
    """Why the caveat does not hold, in PyPI's words."""


@dataclass(frozen=True)
class Situation:
    """What a token is being used for."""

    project_name: str
    normalized_name: str
    project_id: str
    user_id: str
    now: int


def check(predicate: str, situation: Situation) -> None:
    caveat = json.loads(predicate)  # what is no JSON at all becomes "unknown error" further up
    if isinstance(caveat, dict):
        caveat = adapted(caveat, situation)
    if not isinstance(caveat, list):
        raise CaveatFault("caveat must be an array")
    if not caveat:
        raise CaveatFault("caveat array cannot be empty")
    tag, *fields = caveat
    if type(tag) is not int or tag not in CHECKS:
        raise CaveatFault(f"caveat has unknown tag: {tag}")
    CHECKS[tag](fields, situation)


def adapted(caveat: dict[str, Any], situation: Situation) -> Any:
    """The objects of old tokens, read as today's arrays."""
    permissions = caveat.get("permissions")
    if caveat.get("version") == 1:
        if permissions == "user":
            return [3, situation.user_id]
        return [1, permissions["projects"]] if isinstance(permissions, dict) and "projects" in permissions else None
    if "exp" in caveat and "nbf" in caveat:
        return [0, caveat["exp"], caveat["nbf"]]
    return [2, caveat["project_ids"]] if "project_ids" in caveat else None


def take(fields: list[Any], count: int, is_sound: Callable[[Any], bool]) -> list[Any]:
    """Further elements are ignored, so that caveats can grow; missing ones and other types are not."""
    if len(fields) < count:
        raise CaveatFault("Not enough values")
    if not all(is_sound(value) for value in fields[:count]):
        raise CaveatFault("invalid values for fields")
    return fields[:count]


def is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def check_expiration(fields: list[Any], situation: Situation) -> None:
    """The end comes first, and true is no number here."""
    expires_at, not_before = take(fields, 2, lambda value: type(value) is int)
    if not not_before <= situation.now < expires_at:
        raise CaveatFault("token is expired")


def check_project_name(fields: list[Any], situation: Situation) -> None:
    (names,) = take(fields, 1, is_names)
    if situation.normalized_name not in names:
        raise CaveatFault(f"project-scoped token is not valid for project: {situation.project_name!r}")


def check_project_id(fields: list[Any], situation: Situation) -> None:
    (ids,) = take(fields, 1, is_names)
    if situation.project_id not in ids:
        raise CaveatFault(f"project-scoped token is not valid for project: {situation.project_name!r}")


def check_user(fields: list[Any], situation: Situation) -> None:
    (user_id,) = take(fields, 1, lambda value: isinstance(value, str))
    if user_id != situation.user_id:
        raise CaveatFault("current user does not match user restriction in token")


def check_publisher(fields: list[Any], situation: Situation) -> None:
    """No upload here comes from a trusted publisher."""
    take(fields, 1, lambda value: isinstance(value, str))
    raise CaveatFault("OIDC scoped token used outside of an OIDC identified request")


CHECKS = {0: check_expiration, 1: check_project_name, 2: check_project_id, 3: check_user, 4: check_publisher}
