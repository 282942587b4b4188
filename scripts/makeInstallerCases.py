"""Makes requirements files with the traps of hash-checking, asks real pips and uv about each, and keeps cases and answers.

python scripts/makeInstallerCases.py OUTPUT CACHE [ID…]: OUTPUT is a .json.gz, CACHE a folder for environments and wheels.
"""

import base64
import gzip
import json
import sys
import tempfile
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

sys.path.insert(0, str(Path(__file__).parents[1] / "test" / "proofs" / "installers"))

from artifacts import build_all  # noqa: E402
from cases import MISREAD, all_cases  # noqa: E402
from tools import ENVIRONMENTS, Tools, ask_all, shortened  # noqa: E402


def main(output: Path, cache: Path, only: list[str]) -> None:
    tools = Tools(cache)
    wheels = cache / "wheels"
    build_all(wheels)
    cases = [one for one in all_cases() if not only or one["id"] in only]
    assert len({one["id"] for one in cases}) == len(cases), "two cases have one name"
    with tempfile.TemporaryDirectory() as folder, serving(wheels) as web:
        jobs = [lay_out(one, Path(folder), wheels, web) for one in cases]
        answers = ask_all(tools, wheels, jobs)
    for one, job in zip(cases, jobs):
        one["answers"] = {tool: kept_answer(answer, job["real"]) for tool, answer in answers[one["id"]].items()}
        one["verdict"] = all(answer["ok"] for answer in one["answers"].values())
        if one["id"] in MISREAD:
            one["misread"] = True
    kept = {"tools": tools.versions(), "environments": ENVIRONMENTS, "cases": cases}
    output.write_bytes(gzip.compress(json.dumps(kept, indent=0, ensure_ascii=False).encode(), mtime=0))
    print(f"{len(cases)} cases, {sum(one['verdict'] for one in cases)} accepted by all")


@contextmanager
def serving(folder: Path):
    """The wheels over HTTP, on this machine alone, while the tools are asked."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def lay_out(one: dict, folder: Path, wheels: Path, web: str) -> dict:
    """The case's files on disk, with real addresses in place of the ones that are kept."""
    home = folder / one["id"]
    real = {"/WHEELS": str(wheels), "/CASE": str(home), "https://files.example": web}
    for name, kept in one["files"].items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = base64.b64decode(kept["base64"]) if isinstance(kept, dict) else kept.encode()
        for placeholder, there in real.items():
            content = content.replace(placeholder.encode(), there.encode())
        path.write_bytes(content)
    for source in wheels.iterdir():
        (home / "wheels").mkdir(exist_ok=True)
        (home / "wheels" / source.name).write_bytes(source.read_bytes())
    has_marker = any(
        word in repr(one["files"])
        for word in ("python_version", "sys_platform", "python_full_version", "platform_", "os_name", "implementation_name")
    )
    return {
        "id": one["id"],
        "folder": str(home),
        "entry": one["entry"],
        "real": real,
        "environments": list(ENVIRONMENTS) if has_marker else ["linux"],
    }


def kept_answer(answer: dict, real: dict[str, str]) -> dict:
    """In the words of the tool, without the places of this machine."""
    why = answer["why"]
    for placeholder, there in real.items():
        why = why.replace(there, placeholder)
    return {"ok": answer["ok"], "why": shortened(why)}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
