"""What both ports have in common: bound to the loopback alone, and HTTP/1.1 so that the reason phrase survives."""

import http.server
import os
import select
import socket
import struct
import threading
import time
from dataclasses import dataclass
from typing import Any

import pages
from answer import Answer
from faults import FaultQueue
from store import Store
from tokens import TokenBooth

IDLE_SECONDS = 120


@dataclass
class Index:
    """Everything one running index consists of, shared by its two ports."""

    store: Store
    tokens: TokenBooth
    faults: FaultQueue
    stopping: threading.Event


class LoopbackServer(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, port: int, handler: type["Handler"], index: Index) -> None:
        self.index = index
        self.reset: set[socket.socket] = set()
        super().__init__(("127.0.0.1", port), handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def server_bind(self) -> None:
        """Without the reverse look-up of the base class, which can take seconds."""
        if os.name == "posix":  # elsewhere the option would let another process take the port over
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def shutdown_request(self, request: Any) -> None:
        """A polite shutdown would turn the reset that a fault asked for into an orderly end."""
        if request in self.reset:
            self.reset.discard(request)
            request.close()
        else:
            super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no event worth a traceback."""


class Handler(http.server.BaseHTTPRequestHandler):
    """The Host check, the index's own clock, and answers with a reason of their own."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Countersign-Rehearsal", ""
    timeout = IDLE_SECONDS
    server: LoopbackServer

    @property
    def index(self) -> Index:
        return self.server.index

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nothing is logged: requests carry tokens."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        return super().date_time_string(self.index.store.timestamp() if timestamp is None else timestamp)

    def is_for_us(self) -> bool:
        """Against DNS rebinding: a page from elsewhere comes with another Host."""
        port = self.server.server_address[1]
        if self.headers.get("Host", "").lower() in (f"127.0.0.1:{port}", f"localhost:{port}"):
            return True
        self.close_connection = True
        self.send(Answer(421))
        return False

    def length(self) -> int:
        declared = self.headers.get("Content-Length", "")
        return int(declared) if declared.isdecimal() else -1

    def send(self, answer: Answer) -> None:
        """A reason phrase is one line of Latin-1; whatever else a message holds is in the body."""
        self.send_response(answer.status, one_latin_line(answer.reason or "") or None)
        self.send_header("Content-Type", answer.content_type)
        if answer.status != 304:
            self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Security-Policy", pages.POLICY)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD" and answer.status != 304:
            self.wfile.write(answer.body)

    def hang_up(self) -> None:
        """Close with a reset, as a failing network does."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.server.reset.add(self.connection)
        self.close_connection = True

    def hold(self, seconds: float) -> None:
        """Say nothing until the time is over, the client is gone, or the index ends."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends and not self.index.stopping.wait(0.1) and not self._is_client_gone():
            pass
        self.hang_up()

    def _is_client_gone(self) -> bool:
        try:
            readable = select.select([self.connection], [], [], 0)[0]
            return bool(readable) and not self.connection.recv(1, socket.MSG_PEEK)
        except OSError:
            return True


def one_latin_line(text: str) -> str:
    latin = text.encode("latin-1", "replace").decode("latin-1")
    return " ".join("".join(character if character.isprintable() else " " for character in latin).split())
