"""Reads a zip archive record by record (APPNOTE.TXT, section 4.3), as a streaming unpacker would.

Where the stream and the central directory disagree, two installers could unpack different files.
"""

import os
import struct
from typing import BinaryIO, Mapping

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
END_64, LOCATOR_64 = b"PK\x06\x06", b"PK\x06\x07"
DATA_DESCRIPTOR = 0x08
ZIP64_EXTRA, UNICODE_PATH_EXTRA = 0x0001, 0x7075
UNSET = 0xFFFFFFFF


class ZipFault(Exception):
    """What the index says of this archive."""


class Records:
    """One pass over one archive; `sizes` is what the central directory says, as (packed, unpacked)."""

    def __init__(self, file: BinaryIO, sizes: Mapping[str, tuple[int, int]]) -> None:
        self._file, self._sizes = file, sizes
        self._local: set[bytes] = set()
        self._central: set[bytes] = set()
        self._central_start: int | None = None
        self._central_size = 0
        self._end_64: tuple[int, int, int] | None = None
        self._located_64 = False

    def read(self) -> None:
        readers = {LOCAL: self._read_local, CENTRAL: self._read_central}
        readers |= {END_64: self._read_end_64, LOCATOR_64: self._read_locator}
        while (signature := self._take(4)) != END:
            if signature not in readers:
                raise ZipFault("Unknown record signature")
            readers[signature]()
        self._read_end()
        if self._local != self._central:
            raise ZipFault("Mis-matched local headers and central directory")
        if self._file.tell() != self._file.seek(0, os.SEEK_END):
            raise ZipFault("Trailing data")

    def _take(self, count: int) -> bytes:
        data = self._file.read(count)
        if len(data) != count:
            raise ZipFault("Malformed zip file")
        return data

    def _read_local(self) -> None:
        flags, method, packed, unpacked, name_size, extra_size = struct.unpack("<2xHH8xLLHH", self._take(26))
        name, extra = self._take(name_size), self._take(extra_size)
        require_printable(name)
        packed, unpacked = sizes_after_extra(extra, method, packed, unpacked)
        if flags & DATA_DESCRIPTOR:
            raise ZipFault("ZIP contains a data descriptor")
        self._compare_sizes(name, packed, unpacked)
        if name in self._local:
            raise ZipFault("Duplicate filename in local headers")
        self._local.add(name)
        self._file.seek(packed, os.SEEK_CUR)

    def _compare_sizes(self, name: bytes, packed: int, unpacked: int) -> None:
        try:
            expected = self._sizes.get(name.decode("utf-8"))
        except UnicodeError:
            raise ZipFault("Filename not unicode") from None
        if expected is None:
            raise ZipFault("Filename not in central directory")
        if expected[0] != packed:
            raise ZipFault("Mis-matched data size")
        if expected[1] != unpacked:
            raise ZipFault("Mis-matched file size")

    def _read_central(self) -> None:
        if self._central_start is None:
            self._central_start = self._file.tell() - 4
        name_size, extra_size, comment_size = struct.unpack("<24xHHH12x", self._take(42))
        if comment_size:
            raise ZipFault("Comment in central directory")
        name, _ = self._take(name_size), self._take(extra_size)
        require_printable(name)
        if name in self._central:
            raise ZipFault("Duplicate filename in central directory")
        if name not in self._local:
            raise ZipFault("Missing filename in local headers")
        self._central.add(name)
        self._central_size += 46 + name_size + extra_size

    def _read_end_64(self) -> None:
        size, here, count, length, start = struct.unpack("<Q12xQQQQ", self._take(52))
        if here != count:
            raise ZipFault("Malformed zip file")
        if size != 44:
            raise ZipFault("ZIP64 extensible data not allowed")
        self._end_64 = (count, length, start)

    def _read_locator(self) -> None:
        self._take(16)
        self._located_64 = True

    def _read_end(self) -> None:
        here, count, length, start, comment_size = struct.unpack("<4xHHLLH", self._take(18))
        if here != count or (self._end_64 is not None and not self._located_64):
            raise ZipFault("Malformed zip file")
        self._take(comment_size)
        if self._end_64 is not None:
            count, length, start = self._end_64
        if count != len(self._central):
            raise ZipFault("Mismatched central directory records")
        if self._central_start is not None and start != self._central_start:
            raise ZipFault("Mismatched central directory offset")
        if length != self._central_size:
            raise ZipFault("Mismatched central directory size")


def require_printable(name: bytes) -> None:
    if any(byte < 0x20 or byte == 0x7F for byte in name):
        raise ZipFault("Invalid character in filename")


def sizes_after_extra(extra: bytes, method: int, packed: int, unpacked: int) -> tuple[int, int]:
    """The extra field of ZIP64 replaces the sizes in the header; a second one would leave a choice."""
    seen: set[int] = set()
    while extra:
        kind, size = struct.unpack("<HH", extra[:4]) if len(extra) >= 4 else (0, UNSET)
        if size + 4 > len(extra):
            raise ZipFault("Malformed zip file")
        if kind in seen and kind in (ZIP64_EXTRA, UNICODE_PATH_EXTRA):
            raise ZipFault("Invalid duplicate extra in local file")
        seen.add(kind)
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == ZIP64_EXTRA:
            packed, unpacked = zip64_sizes(field, method, packed, unpacked)
        elif kind == UNICODE_PATH_EXTRA:
            require_unicode_path(field[5:])
    return packed, unpacked


def zip64_sizes(field: bytes, method: int, packed: int, unpacked: int) -> tuple[int, int]:
    if len(field) not in (0, 8, 16, 24, 28) or (not field and UNSET in (packed, unpacked)):
        raise ZipFault("Malformed zip file")
    if len(field) == 8:
        if method != 0:
            raise ZipFault("Malformed zip file")
        packed = struct.unpack("<Q", field)[0]
    elif field:
        packed = struct.unpack("<Q", field[8:16])[0]
    if field and unpacked == UNSET:
        unpacked = struct.unpack("<Q", field[:8])[0]
    return packed, unpacked


def require_unicode_path(name: bytes) -> None:
    require_printable(name)
    try:
        name.decode("utf-8")
    except UnicodeError:
        raise ZipFault("Filename not valid UTF-8") from None
