"""The second port: orders from whoever started the index. JSON only, so that no web page can give them."""

import json
from typing import Any, Callable

from answer import Answer
from faults import KINDS, Fault
from loopback import Handler, Index
from reading import normalize
from seeds import plant
from store import STATUSES, Flags, Project
from tokens import DEFAULT_LOCATION

BODY_LIMIT = 1 << 20
FLAGS = {
    "readOnly": "read_only",
    "uploadsDisabled": "uploads_disabled",
    "htmlOnly": "html_only",
    "listingLagSeconds": "listing_lag_seconds",
    "readNeedsAuth": "read_needs_auth",
    "advisoryPage": "advisory_page",
}


class OrderFault(Exception):
    """The order cannot be carried out, and why."""


class ControlHandler(Handler):
    def do_GET(self) -> None:
        if self.is_for_us():
            store = self.index.store
            log = {"uploads": store.uploads, "authorizations": store.authorizations, "reads": list(store.reads)}
            self.send(as_json(200, log) if self.path == "/log" else as_json(404, {"message": "There is only /log to read."}))

    def do_DELETE(self) -> None:
        if not self.is_for_us():
            return
        if self.path != "/faults":
            self.send(as_json(404, {"message": "Only /faults can be cleared."}))
            return
        self.index.faults.clear()
        self.send(as_json(200, {}))

    def do_POST(self) -> None:
        if not self.is_for_us():
            return
        if self.headers.get_content_type() != "application/json" or not 0 <= self.length() <= BODY_LIMIT:
            self.close_connection = True
            self.send(as_json(415, {"message": "Orders are JSON."}))
            return
        try:
            self.send(as_json(200, carry_out(self.index, self.path, self.rfile.read(self.length()))))
        except OrderFault as fault:
            self.send(as_json(400, {"message": str(fault)}))


def as_json(status: int, content: Any) -> Answer:
    return Answer(status, json.dumps(content).encode(), "application/json")


def carry_out(index: Index, path: str, body: bytes) -> dict[str, Any]:
    try:
        order = json.loads(body or b"{}")
    except ValueError:
        raise OrderFault("The order is not JSON.") from None
    if path not in ORDERS or not isinstance(order, dict):
        raise OrderFault(f"There is no order {path}.")
    with index.store.lock:
        try:
            return ORDERS[path](index, order) or {}
        except (KeyError, TypeError, ValueError) as fault:
            raise OrderFault(f"The order is incomplete or malformed: {fault}") from None


def mint(index: Index, order: dict[str, Any]) -> dict[str, Any]:
    user, location = order.get("user", "rehearsal"), order.get("location", DEFAULT_LOCATION)
    return {"token": index.tokens.mint(user, order.get("projects") or [], order.get("caveats") or [], location)}


def add_account(index: Index, order: dict[str, Any]) -> None:
    index.store.accounts[order["username"]] = order["password"]


def set_clock(index: Index, order: dict[str, Any]) -> None:
    index.store.offset_seconds = float(order["offsetSeconds"])


def add_fault(index: Index, order: dict[str, Any]) -> None:
    known = {"retryAfter": "retry_after"}
    fault = Fault(**{known.get(name, name): value for name, value in order.items()})
    if fault.kind not in KINDS or fault.on not in ("upload", "read"):
        raise OrderFault("A fault is on upload or read, and of a known kind.")
    index.faults.add(fault)


def set_flags(index: Index, order: dict[str, Any]) -> None:
    for name, value in order.items():
        setattr(index.store.flags, FLAGS[name], type(getattr(Flags(), FLAGS[name]))(value))


def set_project(index: Index, order: dict[str, Any]) -> None:
    """Makes the project where there is none, so that names can be taken without an upload."""
    if order.get("status", "active") not in STATUSES:
        raise OrderFault(f"A project is one of {', '.join(STATUSES)}.")
    fresh = Project(order["name"], normalize(order["name"]), order.get("owner"))
    project = index.store.projects.setdefault(fresh.normalized, fresh)
    project.status = order.get("status", "active")
    index.store.serial += 1
    project.serial = index.store.serial


def seed(index: Index, order: dict[str, Any]) -> None:
    plant(index.store, order)


def add_advisories(index: Index, order: dict[str, Any]) -> None:
    index.store.advisories.extend({**each, "id": str(each["id"])} for each in order["advisories"])


def make_older(index: Index, order: dict[str, Any]) -> None:
    from packaging.utils import canonicalize_version

    project = index.store.projects[normalize(order["name"])]
    index.store.make_older(project.releases[canonicalize_version(order["version"])], order["days"])


def reset(index: Index, order: dict[str, Any]) -> None:
    index.store.clear()
    index.tokens.clear()
    index.faults.clear()


ORDERS: dict[str, Callable[[Index, dict[str, Any]], dict[str, Any] | None]] = {
    "/mint": mint,
    "/accounts": add_account,
    "/clock": set_clock,
    "/faults": add_fault,
    "/flags": set_flags,
    "/projects": set_project,
    "/age": make_older,
    "/seed": seed,
    "/advisories": add_advisories,
    "/reset": reset,
}
