"""The rules for tokens, on tokens that are narrowed here by hand: the HMAC needs no key."""

import base64
import hashlib
import hmac
import json
import time
import unittest

import places  # noqa: F401

from caveats import Situation
from tokens import TokenBooth, credentials, user_id_of

NOW = 1_800_000_000
WRONG = "project-scoped token is not valid for project: 'Demo'"


def situation(**changes) -> Situation:
    good = {"project_name": "Demo", "normalized_name": "demo", "project_id": "id-1", "user_id": user_id_of("anna"), "now": NOW}
    return Situation(**{**good, **changes})


def narrowed(token: str, *caveats) -> str:
    """Appends caveats as section 1.1 of the facts says: sig = HMAC(sig, caveat)."""
    raw = base64.urlsafe_b64decode(token.removeprefix("pypi-") + "==")
    body, signature = raw[:-35], raw[-32:]
    for caveat in caveats:
        text = (caveat if isinstance(caveat, str) else json.dumps(caveat)).encode()
        body += b"\x02" + varint(len(text)) + text + b"\x00"
        signature = hmac.new(signature, text, hashlib.sha256).digest()
    return "pypi-" + base64.urlsafe_b64encode(body + b"\x00\x06\x20" + signature).rstrip(b"=").decode()


def varint(number: int) -> bytes:
    return bytes([number]) if number < 128 else bytes([number & 127 | 128]) + varint(number >> 7)


# added caveats, and the refusal (None: taken)
CAVEATS = [
    ([], None),
    ([[1, ["demo"]]], None),
    ([[1, ["demo", "other"]], [0, NOW + 1, NOW]], None),
    ([[1, ["other"]]], WRONG),
    ([[1, ["Demo"]]], WRONG),
    ([[1, ["demo"]], [1, ["other"]]], WRONG),
    ([[2, ["id-1"]]], None),
    ([[2, ["id-2"]]], WRONG),
    ([[0, NOW, NOW - 60]], "token is expired"),
    ([[0, NOW + 60, NOW + 1]], "token is expired"),
    ([[0, NOW + 60.5, NOW]], "invalid values for fields"),
    ([[0, NOW + 60, True]], "invalid values for fields"),
    ([[0, NOW + 60]], "Not enough values"),
    ([[0, NOW + 60, NOW, "more"]], None),
    ([[1, "demo"]], "invalid values for fields"),
    ([[3, "somebody"]], "current user does not match user restriction in token"),
    ([[4, "publisher", None]], "OIDC scoped token used outside of an OIDC identified request"),
    ([[99, 1]], "caveat has unknown tag: 99"),
    ([[]], "caveat array cannot be empty"),
    (["7"], "caveat must be an array"),
    (["no json"], "unknown error"),
    (['  [ 1 , [ "demo" ] ]  '], None),
    ([{"version": 1, "permissions": "user"}], None),
    ([{"version": 1, "permissions": {"projects": ["demo"]}}], None),
    ([{"version": 1, "permissions": {"projects": ["other"]}}], WRONG),
    ([{"exp": NOW, "nbf": 0}], "token is expired"),
    ([{"project_ids": ["id-1"]}], None),
    ([{"odd": 1}], "caveat must be an array"),
]


class Tokens(unittest.TestCase):
    def setUp(self):
        self.booth = TokenBooth()
        self.root = self.booth.mint("anna", [], [], "index.example")

    def refusal(self, token: str, **changes):
        return self.booth.refusal(self.booth.identify(token), situation(**changes))

    def test_mints_what_the_facts_describe(self):
        raw = base64.urlsafe_b64decode(self.root.removeprefix("pypi-") + "==")
        self.assertTrue(raw.startswith(b"\x02\x01\x0dindex.example\x02\x24"), raw)
        self.assertRegex(self.root, r"\Apypi-[A-Za-z0-9_-]{85,}\Z")

    def test_each_caveat(self):
        for caveats, refusal in CAVEATS:
            with self.subTest(caveats):
                self.assertEqual(self.refusal(narrowed(self.root, *caveats)), refusal)

    def test_scopes_given_at_minting(self):
        token = self.booth.mint("anna", ["demo"], [[0, NOW + 5, 0]], "index.example")
        self.assertIsNone(self.refusal(token))
        self.assertEqual(self.refusal(token, normalized_name="x", project_name="Demo"), WRONG)
        self.assertEqual(self.refusal(token, now=NOW + 5), "token is expired")

    def test_every_altered_byte_of_the_signature_is_noticed(self):
        raw = bytearray(base64.urlsafe_b64decode(self.root.removeprefix("pypi-") + "=="))
        for place in range(len(raw) - 32, len(raw)):
            raw[place] ^= 1
            token = "pypi-" + base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
            self.assertEqual(self.refusal(token), "signatures do not match")
            raw[place] ^= 1

    def test_a_removed_caveat_is_noticed(self):
        token = narrowed(self.root, [1, ["other"]])
        raw, shorter = (base64.urlsafe_b64decode(each.removeprefix("pypi-") + "==") for each in (token, self.root))
        self.assertEqual(self.refusal("pypi-" + base64.urlsafe_b64encode(shorter[:-32] + raw[-32:]).decode().rstrip("=")), "signatures do not match")

    def test_knows_nobody_by_another_token(self):
        elsewhere = TokenBooth().mint("anna", [], [], "index.example")
        for token in (elsewhere, "", "pypi-", "pypi-%%%", "pypi-AAAA", self.root[5:], "PYPI" + self.root[4:]):
            self.assertIsNone(self.booth.identify(token), token)

    def test_reads_the_headers_that_carry_a_token(self):
        pair = base64.b64encode(b"__token__: pypi-x \n").decode()
        for header in (f"Basic {pair}", f"basic {pair}", "Bearer pypi-x", "token pypi-x"):
            self.assertEqual(credentials(header), ("__token__", "pypi-x"), header)
        for header in ("", "Basic", "Basic %%", "Digest x", "Basic " + base64.b64encode(b"nocolon").decode()):
            self.assertIsNone(credentials(header), header)

    def test_is_quick(self):
        started = time.perf_counter()
        for _ in range(200):
            self.refusal(self.root)
        self.assertLess(time.perf_counter() - started, 5)


if __name__ == "__main__":
    unittest.main()
