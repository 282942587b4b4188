"""What every trap is made of: distributions by short names, hashes, and files as they are kept."""

import base64

from artifacts import digest, wheel_name

# Placeholders, for which the real places stand when the tools are asked; /CASE is the case's own folder.
WHEELS = "file:///WHEELS"
WEB = "https://files.example"

A = wheel_name("alpha", "1.0")
A11 = wheel_name("alpha", "1.1")
L = wheel_name("iota", "1.0+local.1")
B = wheel_name("beta_pkg", "2.0")
G = wheel_name("gamma", "3.0rc1")
G29 = wheel_name("gamma", "2.9")
D = wheel_name("delta", "0.1.0")
Z = wheel_name("zeta", "2024.7.4")
H = wheel_name("eta", "1!2.0")
T = wheel_name("theta", "4.0.post1")
E = "epsilon-1.0.tar.gz"

ALPHA, BETA, DELTA, ZETA = "alpha==1.0", "beta-pkg==2.0", "delta==0.1.0", "zeta==2024.7.4"

PROJECT = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n[project]\nname = "project"\nversion = "1"\n'


def sha(filename: str, algorithm: str = "sha256") -> str:
    return f"{algorithm}:{digest(filename, algorithm)}"


def hashed(requirement: str, filename: str, algorithm: str = "sha256") -> str:
    return f"{requirement} --hash={sha(filename, algorithm)}"


HA, HA11, HB, HD, HZ = hashed(ALPHA, A), hashed("alpha==1.1", A11), hashed(BETA, B), hashed(DELTA, D), hashed(ZETA, Z)
OTHER = "--hash=sha256:" + "0123456789abcdef" * 4


def case(identity: str, main: str | bytes, /, **more: str | bytes) -> dict:
    """`more` are further files; two underscores in a name stand for a slash, one before the last word for a dot."""
    files = {"requirements.txt": main} | {path_of(name): text for name, text in more.items()}
    return {"id": identity, "entry": "requirements.txt", "files": {name: encoded(text) for name, text in files.items()}}


def path_of(name: str) -> str:
    head, _, ending = name.rpartition("_")
    return head.replace("__", "/") + "." + ending


def encoded(text: str | bytes) -> str | dict:
    """Plain where it is UTF-8 without a byte order mark."""
    if isinstance(text, str):
        return text
    try:
        plain = text.decode("utf-8")
    except UnicodeDecodeError:
        plain = "\ufeff"
    return {"base64": base64.b64encode(text).decode()} if plain.startswith("\ufeff") else plain
