"""The public port: uploads at /legacy/, everything else for readers."""

import http.server
import time
from typing import TYPE_CHECKING

import pages
from advisories import query_batch
from answer import Answer
from faults import Fault
from loopback import Handler
from reading import ReadingRoom
from rejection import Rejection
from tokens import credentials

if TYPE_CHECKING:
    from forms import Form

MISSING_SLASH = "An upload was attempted to /legacy but the expected upload URL is /legacy/ (with a trailing slash)"
QUERY_LIMIT = 4 << 20
UPLOAD_LIMIT = (1 << 30) + (32 << 20)


class PublicHandler(Handler):
    def do_GET(self) -> None:
        if not self.is_for_us():
            return
        fault = self.index.faults.take("read", self.path)
        if fault and self._suffer(fault):
            return
        if self.index.store.flags.read_needs_auth and not self._may_read():
            self.send(Answer(401, headers={"WWW-Authenticate": 'Basic realm="rehearsal"'}))
            return
        room = ReadingRoom(self.index.store, self.server.url)
        wanted = (self.headers.get("Accept", ""), self.headers.get("If-None-Match", ""))
        answer = room.answer(self.path, *wanted)
        self.index.store.reads.append({"path": self.path, "status": answer.status})
        self.send(answer)

    do_HEAD = do_GET

    def do_POST(self) -> None:
        if not self.is_for_us():
            return
        if self.path == "/v1/querybatch":
            self._query_advisories()
            return
        if self.path not in ("/legacy", "/legacy/"):
            self.close_connection = True
            self.send(Answer(405, reason="Method Not Allowed"))
            return
        if not 0 <= self.length() <= UPLOAD_LIMIT:
            self.close_connection = True
            self.send(refusal_page(Rejection(411 if self.length() < 0 else 413, "")))
            return
        self._receive()

    def _query_advisories(self) -> None:
        if not 0 <= self.length() <= QUERY_LIMIT:
            self.close_connection = True
            self.send(Answer(413))
            return
        body, store = self.rfile.read(self.length()), self.index.store
        fault = self.index.faults.take("read", self.path)
        if fault and self._suffer(fault):
            return
        with store.lock:
            answer = query_batch(store.advisories, body, store.flags.advisory_page)
        store.reads.append({"path": self.path, "status": answer.status, "body": body.decode("utf-8", "replace")})
        self.send(answer)

    def _may_read(self) -> bool:
        pair = credentials(self.headers.get("Authorization", ""))
        if not pair:
            return False
        return self.index.store.accounts.get(pair[0]) == pair[1] or self.index.tokens.identify(pair[1]) is not None

    def _receive(self) -> None:
        """Everything is read before anything is said: an early answer would be lost in a reset."""
        from uploads import discard

        authorization = self.headers.get("Authorization", "")
        self.index.store.authorizations.append(authorization)
        fault = self.index.faults.take("upload", None)
        if fault and fault.kind == "stall":
            self.hold(fault.seconds)
            return
        form = self._read_form(fault)
        try:
            name = form.content.filename if not isinstance(form, Rejection) and form.content else ""
            self._decide(form, authorization, fault or self.index.faults.take("upload", name))
        finally:
            discard(form if not isinstance(form, Rejection) else None)

    def _read_form(self, fault: Fault | None) -> "Form | Rejection":
        from forms import CHUNK, FormFault, read_form

        reads = self.length() // CHUNK + 1
        pause = fault.seconds / reads if fault and fault.kind == "slow" else 0
        pace = (lambda: time.sleep(pause)) if pause else (lambda: None)
        path = self.index.store.incoming_path()
        try:
            return read_form(self.rfile, self.length(), self.headers.get("Content-Type", ""), path, pace)
        except FormFault as fault_found:
            return Rejection(400, str(fault_found))

    def _decide(self, form: "Form | Rejection", authorization: str, fault: Fault | None) -> None:
        if fault and fault.kind != "drop-after-store" and self._suffer(fault):
            self._note(form, None if fault.kind != "status" else fault.status, fault.reason or fault.kind)
            return
        rejection = self._judged(form, authorization)
        dropped = fault is not None and fault.kind == "drop-after-store"
        self._note(form, rejection.status if rejection else 200, rejection.message if rejection else "OK")
        if dropped:
            self.hang_up()
        else:
            self.send(refusal_page(rejection) if rejection else Answer(200, content_type="text/plain; charset=utf-8"))

    def _judged(self, form: "Form | Rejection", authorization: str) -> Rejection | None:
        if self.path == "/legacy":
            return Rejection(308, MISSING_SLASH)
        if isinstance(form, Rejection):
            return form
        from uploads import UploadDesk

        try:
            return UploadDesk(self.index.store, self.index.tokens).decide(form, authorization)
        except Exception as error:  # a fault of this index, as PyPI has them: the client must still hear of it
            return Rejection(500, f"The index failed: {type(error).__name__}")

    def _suffer(self, fault: Fault) -> bool:
        """True when nothing more is to be done for this request."""
        match fault.kind:
            case "status":
                headers = {"Retry-After": str(fault.retry_after)} if fault.retry_after is not None else {}
                self.send(refusal_page(Rejection(fault.status, fault.reason), headers))
            case "stall" | "never-answer":
                self.hold(fault.seconds)
            case "slow":
                if self.command != "POST":
                    self.index.stopping.wait(fault.seconds)
                return False
            case _:
                self.hang_up()
        return True

    def _note(self, form: "Form | Rejection", status: int | None, reason: str) -> None:
        part = None if isinstance(form, Rejection) else form.content
        stored = self.index.store
        entry = {
            "filename": part.filename if part else "",
            "sha256": part.sha256 if part else "",
            "size": part.size if part else 0,
            "time": stored.now().isoformat().replace("+00:00", "Z"),
            "status": status,
            "reason": reason,
        }
        stored.uploads.append(entry)


def refusal_page(rejection: Rejection, headers: dict[str, str] | None = None) -> Answer:
    """The message goes into the reason phrase, and into the page for whoever speaks through HTTP/2."""
    phrase = rejection.message or http.server.BaseHTTPRequestHandler.responses.get(rejection.status, ("Refused", ""))[0]
    page = pages.simple_page(f"{rejection.status} {phrase}", rejection.message).encode()
    location = {"Location": "/legacy/"} if rejection.status == 308 else {}
    return Answer(rejection.status, page, headers={**location, **(headers or {})}, reason=rejection.message or None)
