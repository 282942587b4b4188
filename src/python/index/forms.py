"""multipart/form-data (RFC 7578), streamed: fields into memory, the file onto disk, both with a ceiling."""

import email.message
import email.parser
import email.policy
import hashlib
import os
from dataclasses import dataclass, field
from typing import BinaryIO, Callable

FIELDS_LIMIT = 16 << 20
HEADERS_LIMIT = 16 << 10
PARTS_LIMIT = 5000
CHUNK = 1 << 16


class FormFault(Exception):
    """The body is no form that could be read."""


@dataclass
class FilePart:
    filename: str
    content_type: str
    path: str
    size: int
    sha256: str


@dataclass
class Form:
    """`tuples` are the fields that came with a file name although they are none."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    tuples: set[str] = field(default_factory=set)
    content: FilePart | None = None


def boundary_of(content_type: str) -> bytes:
    message = email.message.Message()
    message["content-type"] = content_type
    boundary = message.get_boundary("")
    if message.get_content_type() != "multipart/form-data" or not 1 <= len(boundary) <= 200:
        raise FormFault("The body is not a form.")
    return boundary.encode("latin-1")


class FormReader:
    """Reads one body. `read(n)` returns at most n bytes, and nothing at the end of the body."""

    def __init__(self, read: Callable[[int], bytes], boundary: bytes, path: str) -> None:
        self._read, self._path = read, path
        self._mark = b"\r\n--" + boundary
        self._buffer = b"\r\n"  # so that the first boundary looks like all others
        self._field_bytes = 0

    def read(self) -> Form:
        form = Form()
        self._pass_to_mark(lambda data: None)
        for _ in range(PARTS_LIMIT):
            if self._is_last():
                return sanitized(form)
            self._read_part(form)
        raise FormFault("The form has too many parts.")

    def _is_last(self) -> bool:
        self._fill(2)
        ending, self._buffer = self._buffer[:2], self._buffer[2:]
        if ending not in (b"--", b"\r\n"):
            raise FormFault("The form is malformed.")
        return ending == b"--"

    def _read_part(self, form: Form) -> None:
        headers = self._read_headers()
        name = str(headers.get_param("name", "", "content-disposition"))
        filename = headers.get_filename()
        if filename is None:
            form.fields.setdefault(name, []).append(self._read_text())
        elif name == "content":
            form.content = self._read_file(filename, headers.get("content-type", ""))
        else:
            form.tuples.add(name)
            self._pass_to_mark(lambda data: None)

    def _read_headers(self) -> email.message.Message:
        while (end := self._buffer.find(b"\r\n\r\n")) < 0:
            if len(self._buffer) > HEADERS_LIMIT:
                raise FormFault("A part of the form has too long a head.")
            self._fill(len(self._buffer) + 1)
        head, self._buffer = self._buffer[:end], self._buffer[end + 4 :]
        return email.parser.HeaderParser(policy=email.policy.compat32).parsestr(head.decode("utf-8", "replace"))

    def _read_text(self) -> str:
        pieces: list[bytes] = []
        self._pass_to_mark(lambda data: self._count(data, pieces))
        return b"".join(pieces).decode("utf-8", "replace")

    def _count(self, data: bytes, pieces: list[bytes]) -> None:
        self._field_bytes += len(data)
        if self._field_bytes > FIELDS_LIMIT:
            raise FormFault("The form's fields are too large.")
        pieces.append(data)

    def _read_file(self, filename: str, content_type: str) -> FilePart:
        hasher = hashlib.sha256()
        with open(self._path, "wb") as file:
            self._pass_to_mark(lambda data: (hasher.update(data), file.write(data)))
        return FilePart(filename, content_type, self._path, os.path.getsize(self._path), hasher.hexdigest())

    def _pass_to_mark(self, sink: Callable[[bytes], object]) -> None:
        """Hands on what lies before the next boundary, keeping back what may be the start of one."""
        while (end := self._buffer.find(self._mark)) < 0:
            safe = max(0, len(self._buffer) - len(self._mark))
            sink(self._buffer[:safe])
            self._buffer = self._buffer[safe:]
            self._fill(len(self._buffer) + 1)
        sink(self._buffer[:end])
        self._buffer = self._buffer[end + len(self._mark) :]

    def _fill(self, count: int) -> None:
        while len(self._buffer) < count:
            data = self._read(CHUNK)
            if not data:
                raise FormFault("The form ends too early.")
            self._buffer += data


def sanitized(form: Form) -> Form:
    """As the index does first: what distutils filled in with UNKNOWN was not given; NUL is written out."""
    kept = {name: values for name, values in form.fields.items() if values[0].strip() != "UNKNOWN"}
    form.fields = {name: [value.replace("\0", "\\x00") for value in values] for name, values in kept.items()}
    return form


def read_form(source: BinaryIO, length: int, content_type: str, path: str, pace: Callable[[], None]) -> Form:
    """Reads exactly `length` bytes of `source`, whatever they hold: only then can an answer be heard."""
    remaining = length

    def read(count: int) -> bytes:
        nonlocal remaining
        pace()
        data = source.read1(min(count, remaining)) if remaining else b""  # type: ignore[attr-defined]
        remaining -= len(data)
        return data

    try:
        return FormReader(read, boundary_of(content_type), path).read()
    finally:
        while remaining and read(CHUNK):
            pass
