"""Small real artifacts, built by hand so that each can be broken in one place."""

import base64
import hashlib
import io
import tarfile
import zipfile

METADATA = {"Metadata-Version": "2.4", "Name": "demo-rehearsal", "Version": "1.0", "Summary": "A small demonstration"}


def metadata_text(changes: dict | None = None, body: str = "Hello\n=====\n\nSome words.\n") -> str:
    lines = []
    for name, value in {**METADATA, "Description-Content-Type": "text/x-rst", **(changes or {})}.items():
        lines += [f"{name}: {each}" for each in (value if isinstance(value, list) else [value]) if each is not None]
    return "\n".join(lines) + "\n\n" + body


def wheel(name="demo_rehearsal", version="1.0", metadata=None, without=(), extra=None, method=zipfile.ZIP_DEFLATED) -> bytes:
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}/__init__.py": b"ANSWER = 42\n",
        f"{info}/METADATA": (metadata or metadata_text()).encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        **(extra or {}),
    }
    files[f"{info}/RECORD"] = record(files, f"{info}/RECORD")
    return zipped({path: data for path, data in files.items() if path.split("/")[-1] not in without}, method)


def record(files: dict[str, bytes], own: str) -> bytes:
    rows = [f"{path},sha256={digest(data)},{len(data)}" for path, data in files.items()]
    return "\n".join([*rows, f"{own},,", ""]).encode()


def digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def zipped(files: dict[str, bytes], method=zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return stream.getvalue()


def sdist(top="demo_rehearsal-1.0", metadata=None, files=None, sparse=False) -> bytes:
    stream = io.BytesIO()
    contents = {f"{top}/PKG-INFO": (metadata or metadata_text()).encode(), f"{top}/pyproject.toml": b"[project]\n"}
    with tarfile.open(fileobj=stream, mode="w:gz", format=tarfile.PAX_FORMAT) as archive:
        for path, data in (files if files is not None else contents).items():
            member = tarfile.TarInfo(path)
            member.size = len(data)
            if sparse:
                member.pax_headers = {"GNU.sparse.size": str(len(data)), "GNU.sparse.map": f"0,{len(data)}", "GNU.sparse.numblocks": "1"}
            archive.addfile(member, io.BytesIO(data))
    return stream.getvalue()


def form(file_type="bdist_wheel", data: bytes = b"", **changes) -> dict[str, list[str]]:
    """The fields as twine sends them; None takes one away."""
    fields = {
        "metadata_version": "2.4",
        "name": "demo-rehearsal",
        "version": "1.0",
        "filetype": file_type,
        "pyversion": "source" if file_type == "sdist" else "py3",
        "protocol_version": "1",
        "sha256_digest": hashlib.sha256(data).hexdigest(),
        **changes,
    }
    return {name: value if isinstance(value, list) else [value] for name, value in fields.items() if value is not None}


def multipart(fields: dict[str, list[str]], filename: str | None, data: bytes, content_type="application/octet-stream"):
    """The body and its Content-Type."""
    mark, parts = "----samples", []
    for name, values in fields.items():
        parts += [f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for value in values]
    if filename is not None:
        head = f'--{mark}\r\nContent-Disposition: form-data; name="content"; filename="{filename}"\r\nContent-Type: {content_type}\r\n\r\n'
        parts.append(head.encode() + data + b"\r\n")
    return b"".join(parts) + f"--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}"
