"""The only way twine is started: one secret in through standard input, one JSON line out.

Run as `PYTHON -I -B launcher.py` in the managed environment. The secret is never in an argument
list, nor in an environment block that another process can read, nor in anything written.
"""

import base64
import contextlib
import datetime
import email.utils
import html
import http.client
import io
import json
import logging
import os
import re
import socket
import ssl
import sys
import tarfile
import threading
import time
import urllib.parse
import zipfile
import zlib
from typing import Any, Callable, Iterator, TextIO

INPUT_LIMIT, WORDS_LIMIT = 1 << 20, 1000
TEXTS = ("secret", "username", "repositoryUrl", "file")


class Redactor:
    """Knows the secret in every form in which it could reach a reader, and blots it out."""

    def __init__(self, username: str, secret: str) -> None:
        pair = f"{username}:{secret}"
        pairs = {base64.b64encode(pair.encode(encoding, "replace")).decode() for encoding in ("utf-8", "latin-1")}
        quoted = {urllib.parse.quote(secret, safe=""), urllib.parse.quote_plus(secret)}
        escaped = {html.escape(secret), repr(secret)[1:-1]}
        self._forms = sorted({secret, *quoted, *escaped, *pairs}, key=len, reverse=True)

    def __call__(self, text: str) -> str:
        for form in self._forms:
            text = text.replace(form, "***")
        return text


class RedactedStream(io.TextIOBase):
    """Whole lines only, so that a secret written in two halves is still seen."""

    def __init__(self, target: TextIO) -> None:
        self._target, self._kept = target, ""
        self.redact: Callable[[str], str] = str  # until there is a secret to look for

    def write(self, text: str) -> int:
        *lines, self._kept = (self._kept + text).split("\n")
        for line in lines:
            self._target.write(self.redact(line) + "\n")
        return len(text)

    def finish(self) -> None:
        self.write("\n" if self._kept else "")
        self._target.flush()


def main() -> int:
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever writes past Python's streams must not reach the answer
    sys.stdout = sys.stderr = stream = RedactedStream(sys.stderr)
    end_with_parent()
    try:
        order = read_order()
        stream.redact = Redactor(order["username"], order["secret"])
        outcome = upload(order)
    except BaseException as error:  # a traceback could carry the secret
        outcome = {"outcome": "crashed", "detail": describe(error)}
    stream.finish()
    with answer:
        safe = {key: stream.redact(value) if isinstance(value, str) else value for key, value in outcome.items()}
        answer.write(json.dumps(safe) + "\n")
    return 0 if outcome["outcome"] == "uploaded" else 1


def end_with_parent() -> None:
    """A broker that was killed can end nobody: no file is sent on with nobody watching."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def read_order() -> dict[str, Any]:
    try:
        order = dict(json.loads(sys.stdin.buffer.readline(INPUT_LIMIT)))
    except (TypeError, ValueError):
        raise ValueError("standard input holds no order") from None
    if not all(isinstance(order.get(key), str) and order[key] for key in TEXTS):
        raise ValueError(f"the order needs {', '.join(TEXTS)}")
    if not isinstance(order.get("stallSeconds"), (int, float)) or not order["stallSeconds"] > 0:
        raise ValueError("the order needs stallSeconds, above zero")
    return order


def upload(order: dict[str, Any]) -> dict[str, Any]:
    if not os.path.isabs(order["file"]) or not order["file"].endswith((".whl", ".tar.gz")):
        return {"outcome": "rejected", "detail": "The file must be a wheel or an sdist, named by its absolute path."}
    prepare_environment(order)
    import requests
    import twine.cli
    import twine.exceptions

    speak_plainly(twine.cli)
    wire = Wire(order["stallSeconds"])
    arguments = ["--no-color", "upload", "--repository-url", order["repositoryUrl"], "--non-interactive"]
    arguments += ["--disable-progress-bar", "--config-file", os.devnull, order["file"]]
    try:
        twine.cli.dispatch(arguments)
    except requests.HTTPError:
        pass
    except twine.exceptions.RedirectDetected:
        return redirected(wire.response)
    except twine.exceptions.TwineException as error:
        return {"outcome": "rejected", "detail": describe(error, named=False)}
    except (ValueError, EOFError, zipfile.BadZipFile, tarfile.TarError, zlib.error) as error:  # reading the file
        if wire.is_used:
            raise
        return {"outcome": "rejected", "detail": describe(error, named=False)}
    except requests.RequestException as error:
        return unconnected(error)
    return answered(wire.response)


def prepare_environment(order: dict[str, Any]) -> None:
    """Set inside the running process, so that /proc/PID/environ keeps showing what it was started with."""
    os.environ["TWINE_USERNAME"] = order["username"]
    os.environ["TWINE_PASSWORD"] = order["secret"]
    host = urllib.parse.urlsplit(order["repositoryUrl"]).hostname
    if host in ("127.0.0.1", "localhost", "::1"):
        os.environ["NO_PROXY"] = os.environ["no_proxy"] = host  # a rehearsal never leaves this machine


def speak_plainly(cli: Any) -> None:
    """twine forces a terminal of 80 columns; wrapped lines would hide a secret from the redaction."""
    import rich

    def configure_output() -> None:
        rich.reconfigure(file=sys.stderr, no_color=True, width=1 << 16, highlight=False)
        logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(message)s", force=True)

    cli.configure_output = configure_output


class Wire:
    """Sees every request, and gives it what twine does not: a time limit for each send of the body and each receive.

    No connection is tried again: twine's body cannot be rewound, and each try would wait for the limit anew.
    """

    def __init__(self, stall_seconds: float) -> None:
        from requests.adapters import HTTPAdapter, Retry

        send, self.is_used, self.response = HTTPAdapter.send, False, None

        def send_with_limits(adapter: Any, request: Any, **options: Any) -> Any:
            self.is_used, adapter.max_retries = True, Retry(0, read=False)
            self.response = send(adapter, request, **{**options, "timeout": (stall_seconds, stall_seconds)})
            return self.response

        HTTPAdapter.send = send_with_limits  # type: ignore[method-assign]


def answered(response: Any) -> dict[str, Any]:
    """Judged here, since twine takes any answer below 400 for success, even a redirect without an address."""
    if 200 <= response.status_code < 300:
        return {"outcome": "uploaded"}
    retry_after = seconds_until(response.headers.get("Retry-After", ""))
    return {"outcome": "http", "status": response.status_code, "reason": words_of(response), "retryAfter": retry_after}


def redirected(response: Any) -> dict[str, Any]:
    location = re.sub(r"//[^/@]*@", "//", response.headers.get("Location", ""))
    return {"outcome": "redirect", "location": one_line(location)}


def seconds_until(retry_after: str) -> float | None:
    """RFC 9110, section 10.2.3: seconds or a date."""
    if retry_after.strip().isdecimal():
        return int(retry_after)
    try:
        moment = email.utils.parsedate_to_datetime(retry_after)
        return max(0, round((moment - datetime.datetime.now(datetime.timezone.utc)).total_seconds()))
    except (TypeError, ValueError):
        return None


def words_of(response: Any) -> str:
    """PyPI explains itself in the reason phrase; behind HTTP/2, and elsewhere, only the body does."""
    reason = one_line(response.reason or "")
    standard = {status.value: status.phrase for status in http.HTTPStatus}.get(response.status_code, "")
    if reason and reason.lower() != standard.lower():
        return reason
    return body_words(response.text[:65536]) or reason or standard


def body_words(text: str) -> str:
    """A page's title, else its text; or the message that private indexes put into JSON."""
    with contextlib.suppress(ValueError, TypeError):
        document = dict(json.loads(text))
        return one_line(str(next((document[key] for key in ("message", "detail", "error") if document.get(key)), "")))
    title = re.search(r"<title>\s*(?:\d{3}\s+)?(.*?)</title>", text, re.DOTALL | re.IGNORECASE)
    return one_line(html.unescape(title[1] if title else re.sub(r"<[^>]*>", " ", text)))


def unconnected(error: BaseException) -> dict[str, Any]:
    from urllib3.exceptions import NewConnectionError

    # urllib3 counts every failure to connect among its time-outs; what lies beneath tells the truth.
    chain = [link for link in unwrap(error) if type(link) is not NewConnectionError]
    cause = next((name for name, kinds in causes() if any(isinstance(link, kinds) for link in chain)), "other")
    root = next((link for link in chain if not type(link).__module__.startswith(("requests", "urllib3"))), chain[-1])
    return {"outcome": "connection", "cause": cause, "detail": describe(root)}


def causes() -> Iterator[tuple[str, tuple[type, ...]]]:
    """In this order: what names the cause most exactly first."""
    import requests.exceptions as outer
    import urllib3.exceptions as inner

    yield "proxy", (outer.ProxyError, inner.ProxyError)
    yield "dns", (socket.gaierror, inner.NameResolutionError)
    yield "stalled", (TimeoutError, outer.Timeout, inner.TimeoutError)
    yield "refused", (ConnectionRefusedError,)
    yield "dropped", (ssl.SSLEOFError, ssl.SSLZeroReturnError)
    yield "tls", (ssl.SSLError, outer.SSLError, inner.SSLError)
    yield "dropped", (ConnectionError, http.client.HTTPException, inner.ProtocolError, outer.ChunkedEncodingError)


def unwrap(error: BaseException) -> Iterator[BaseException]:
    """requests wraps urllib3, which wraps the system's error: by argument, by `reason`, or by cause."""
    waiting, met = [error], []
    while waiting:
        met.append(link := waiting.pop())
        yield link
        inner = (link.__context__, link.__cause__, getattr(link, "reason", None), *link.args)
        waiting += [each for each in inner if isinstance(each, BaseException) and each not in met]


def describe(error: BaseException, named: bool = True) -> str:
    text = "a character that the protocol cannot carry" if isinstance(error, UnicodeError) else str(error)
    text = re.sub(r"<[\w.]+ object at 0x[0-9a-f]+>:?\s*", "", text)
    return one_line(f"{type(error).__name__}: {text}" if named else text)


def one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:WORDS_LIMIT]


if __name__ == "__main__":
    sys.exit(main())
