"""Asks the real installers about requirements files: does each take this one in hash-checking mode?"""

import json
import os
import re
import subprocess
import sys
import venv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PIPS = {"24.0": "pip==24.0", "25.3": "pip==25.3", "26": "pip>=26,<27"}
# Where markers differ: a file is taken only if it is taken in all of them.
ENVIRONMENTS = {
    "linux": {"python": "3.11", "platform": "linux", "uv": "linux"},
    "windows": {"python": "3.9", "platform": "win32", "uv": "windows"},
    "macos": {"python": "3.13", "platform": "darwin", "uv": "macos"},
}
LIMIT_SECONDS = 60


class Tools:
    """Environments with one installer each, made once in the cache folder."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.pips = {version: self._environment(f"pip-{version}", wanted) for version, wanted in PIPS.items()}
        self.uv = self._environment("uv", "uv").parent / "uv"
        self.target = self._empty("target")

    def versions(self) -> dict[str, str]:
        named = {f"pip {version}": self._say([str(python), "-m", "pip", "--version"]) for version, python in self.pips.items()}
        return named | {"uv": self._say([str(self.uv), "--version"])}

    def _environment(self, name: str, wanted: str) -> Path:
        folder = self.folder / name
        python = folder / "bin" / "python"
        mark = folder / "installed"
        if not mark.exists():
            venv.create(folder, with_pip=True, clear=True)
            subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-U", wanted], check=True)
            mark.write_text(wanted)
        return python

    def _empty(self, name: str) -> Path:
        folder = self.folder / name
        if not folder.exists():
            venv.create(folder, with_pip=False)
        return folder

    @staticmethod
    def _say(command: list[str]) -> str:
        words = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        return words[1]


def ask_all(tools: Tools, wheels: Path, jobs: list[dict]) -> dict[str, dict[str, dict]]:
    """Each job is {id, folder, entry, environments}; the answers are by id, then by tool and environment: {ok, why}.

    The tools are asked one after another, the quickest first: what one refuses is settled, and the rest are spared it.
    """
    answers: dict[str, dict[str, dict]] = {job["id"]: {} for job in jobs}

    def keep(tool: str, given) -> list[dict]:
        for identity, environment, answer in given:
            answers[identity][f"{tool} {environment}"] = answer
        return [job for job in left if all(answer["ok"] for answer in answers[job["id"]].values())]

    left = jobs
    left = keep("uv", ask_uv(tools, wheels, left))
    for version, python in tools.pips.items():
        left = keep(f"pip {version}", ask_pip(python, wheels, left))
    return answers


def ask_pip(python: Path, wheels: Path, jobs: list[dict]):
    """One process of each version that forks for every file: pip is imported once, and each answer is its own `main`'s."""
    asked = json.dumps({"jobs": jobs, "wheels": str(wheels), "environments": ENVIRONMENTS, "limit": LIMIT_SECONDS})
    script = Path(__file__).with_name("forkedPip.py")
    run = subprocess.run([python, "-I", script], input=asked, capture_output=True, text=True, env=clean_environment())
    if run.returncode != 0:
        sys.exit(f"{python} could not be asked: {run.stderr[-2000:]}")
    for line in run.stdout.splitlines():
        answer = json.loads(line)
        yield answer["id"], answer["environment"], {"ok": answer["ok"], "why": answer["why"]}


def ask_uv(tools: Tools, wheels: Path, jobs: list[dict]):
    with ThreadPoolExecutor(max_workers=2) as pool:
        asked = [(job, name) for job in jobs for name in job["environments"]]
        answers = pool.map(lambda pair: run_uv(tools, wheels, *pair), asked)
        for (job, name), answer in zip(asked, answers):
            yield job["id"], name, answer


def run_uv(tools: Tools, wheels: Path, job: dict, name: str) -> dict:
    environment = ENVIRONMENTS[name]
    command = [tools.uv, "pip", "sync", "--dry-run", "--require-hashes", "--no-index", "--find-links", wheels, "--no-config", "--no-cache"]
    command += ["--python", tools.target, "--python-version", environment["python"], "--python-platform", environment["uv"], job["entry"]]
    run = subprocess.run(
        command, cwd=job["folder"], capture_output=True, text=True, errors="replace", env=clean_environment(), timeout=LIMIT_SECONDS
    )
    return {"ok": run.returncode == 0, "why": run.stderr if run.returncode else ""}


def clean_environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "SYSTEMROOT") if name in os.environ}
    return kept | {"PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "GIT_TERMINAL_PROMPT": "0"}


def shortened(text: str) -> str:
    """What a tool said, without its advice."""
    lines = [line for line in text.splitlines() if re.search(r"error|ERROR|cause|Caused|×|╰", line)]
    return " ".join(lines or text.splitlines()[-3:])[:200]
