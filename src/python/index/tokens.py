"""API tokens as PyPI makes them: V2 macaroons by `pypitoken`, checked by `pymacaroons`, keys in memory only."""

import base64
import json
import secrets
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from caveats import CaveatFault, Situation, check

if TYPE_CHECKING:
    import pymacaroons

DEFAULT_LOCATION = "rehearsal.countersign.localhost"
USER_NAMESPACE = uuid.UUID("5f0b1c1e-6c0f-4b6e-9d0e-2f2d0c9f7a11")


@dataclass(frozen=True)
class Identity:
    """Who uploads. A pair of name and password has no token to check any further."""

    user: str
    user_id: str
    key: bytes = field(default=b"", repr=False)
    raw: str = field(default="", repr=False)


@dataclass(frozen=True)
class Row:
    user: str
    key: bytes = field(repr=False)


def user_id_of(user: str) -> str:
    return str(uuid.uuid5(USER_NAMESPACE, user))


class TokenBooth:
    """Mints tokens, finds whose they are, and says why one is refused."""

    def __init__(self) -> None:
        self._rows: dict[str, Row] = {}

    def clear(self) -> None:
        self._rows.clear()

    def mint(self, user: str, projects: list[str], caveats: list[Any], location: str) -> str:
        """User scope unless projects are named; further caveats as they are given."""
        import pypitoken

        identifier, key = str(uuid.uuid4()), secrets.token_bytes(32)
        self._rows[identifier] = Row(user, key)
        token = pypitoken.Token.create(domain=location, identifier=identifier, key=key)
        scope = [1, projects] if projects else [3, user_id_of(user)]
        for caveat in [scope, *caveats]:
            token._macaroon.add_first_party_caveat(json.dumps(caveat, separators=(",", ":")))
        return token.dump()

    def identify(self, raw: str) -> Identity | None:
        """By the identifier alone: the signature is asked for later, when the project is known."""
        macaroon = parse(raw)
        identifier = macaroon.identifier_bytes.decode("utf-8", "replace") if macaroon else ""
        row = self._rows.get(identifier)
        return Identity(row.user, user_id_of(row.user), row.key, raw) if row else None

    def refusal(self, identity: Identity, situation: Situation) -> str | None:
        """Why this token is no good for this upload, in PyPI's words; None if it is."""
        import pymacaroons
        from pymacaroons.exceptions import MacaroonInvalidSignatureException

        reasons: list[str] = []
        verifier = pymacaroons.Verifier()
        verifier.satisfy_general(lambda predicate: is_met(predicate, situation, reasons))
        try:
            verifier.verify(parse(identity.raw), identity.key)
        except MacaroonInvalidSignatureException:
            return ", ".join(reasons) or "signatures do not match"
        except Exception:  # pymacaroons lets whatever a caveat provokes through
            return ", ".join(reasons) or "unknown error"
        return None


def is_met(predicate: str, situation: Situation, reasons: list[str]) -> bool:
    try:
        check(predicate, situation)
    except CaveatFault as fault:
        reasons.append(str(fault))
        return False
    return True


def parse(raw: str) -> "pymacaroons.Macaroon | None":
    import pymacaroons

    prefix, _, body = raw.partition("-")
    if prefix != "pypi" or not body:
        return None
    try:
        return pymacaroons.Macaroon.deserialize(body)
    except Exception:  # it has no error of its own for every malformed token
        return None


def credentials(authorization: str) -> tuple[str, str] | None:
    """The pair of a Basic header; Bearer and Token carry a token alone."""
    scheme, _, rest = authorization.partition(" ")
    if scheme.lower() in ("bearer", "token"):
        return "__token__", rest.strip()
    if scheme.lower() != "basic":
        return None
    try:
        user, colon, password = base64.b64decode(rest).decode().partition(":")
    except ValueError:
        return None
    return (user, password.strip() if user == "__token__" else password) if colon else None
