"""Tiny distributions for the installers to find: the same bytes on every run, so that their digests can be kept."""

import gzip
import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

EPOCH = (2020, 1, 1, 0, 0, 0)

WHEELS = [
    ("alpha", "1.0", []),
    ("alpha", "1.1", []),
    ("iota", "1.0+local.1", []),
    ("beta_pkg", "2.0", []),
    ("gamma", "3.0rc1", []),
    ("gamma", "2.9", []),
    ("delta", "0.1.0", ["Provides-Extra: fast", "Provides-Extra: slow-path"]),
    ("zeta", "2024.7.4", []),
    ("eta", "1!2.0", []),
    ("theta", "4.0.post1", []),
]
SDISTS = [("epsilon", "1.0")]

BACKEND = """
import os, zipfile

def _metadata():
    return "Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n"

def get_requires_for_build_wheel(config_settings=None):
    return []

def prepare_metadata_for_build_wheel(directory, config_settings=None):
    folder = "{name}-{version}.dist-info"
    os.makedirs(os.path.join(directory, folder))
    with open(os.path.join(directory, folder, "METADATA"), "w") as file:
        file.write(_metadata())
    with open(os.path.join(directory, folder, "WHEEL"), "w") as file:
        file.write("Wheel-Version: 1.0\\nGenerator: none\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
    return folder

def build_wheel(directory, config_settings=None, metadata_directory=None):
    name = "{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(directory, name), "w") as wheel:
        wheel.writestr("{name}-{version}.dist-info/METADATA", _metadata())
        wheel.writestr("{name}-{version}.dist-info/WHEEL", "Wheel-Version: 1.0\\nGenerator: none\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("{name}-{version}.dist-info/RECORD", "")
    return name
"""


def build_all(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for filename, content in contents().items():
        (folder / filename).write_bytes(content)


def digest(filename: str, algorithm: str = "sha256") -> str:
    return hashlib.new(algorithm, CONTENTS[filename]).hexdigest()


def wheel_name(name: str, version: str) -> str:
    return f"{name}-{version}-py3-none-any.whl"


def contents() -> dict[str, bytes]:
    wheels = {wheel_name(name, version): wheel(name, version, more) for name, version, more in WHEELS}
    sdists = {f"{name}-{version}.tar.gz": sdist(name, version) for name, version in SDISTS}
    return wheels | sdists


def wheel(name: str, version: str, more: list[str]) -> bytes:
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": f"version = {version!r}\n",
        f"{info}/METADATA": "\n".join(["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *more, ""]),
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: none\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, text in files.items():
            archive.writestr(zipfile.ZipInfo(path, EPOCH), text)
    return buffer.getvalue()


def sdist(name: str, version: str) -> bytes:
    root = f"{name}-{version}"
    files = {
        "PKG-INFO": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        "pyproject.toml": '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n',
        "backend.py": BACKEND.replace("{name}", name).replace("{version}", version),
    }
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path, text in files.items():
            entry = tarfile.TarInfo(f"{root}/{path}")
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))
    return gzip.compress(tar.getvalue(), mtime=0)


CONTENTS = contents()
