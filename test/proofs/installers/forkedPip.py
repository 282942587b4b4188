"""Runs pip's own `main` in a forked child for every job on standard input, one answer a line. Started with the interpreter of one pip."""

import json
import os
import signal
import sys
import tempfile

from pip._internal.cli.main import main
from pip._vendor.packaging import markers

# What pip imports as it goes; once here, rather than in every child.
import pip._internal.commands.install  # noqa: F401
import pip._internal.resolution.resolvelib.resolver  # noqa: F401

BASE = markers.default_environment()


def main_loop() -> None:
    asked = json.load(sys.stdin)
    for job in asked["jobs"]:
        for name in job["environments"]:
            ok, why = run(job, asked["environments"][name], asked["wheels"], asked["limit"])
            print(json.dumps({"id": job["id"], "environment": name, "ok": ok, "why": why}), flush=True)


def run(job: dict, environment: dict, wheels: str, limit: int) -> tuple[bool, str]:
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if child == 0:
            answer_in_child(job, environment, wheels, limit, said.fileno())
        _, status = os.waitpid(child, 0)
        said.seek(0)
        return status == 0, "" if status == 0 else said.read().decode(errors="replace")


def answer_in_child(job: dict, environment: dict, wheels: str, limit: int, said: int) -> None:
    code = 99
    try:
        signal.alarm(limit)
        os.dup2(said, 1)
        os.dup2(said, 2)
        os.chdir(job["folder"])
        pose_as(environment)
        flags = ["--dry-run", "--no-deps", "--require-hashes", "--ignore-installed", "--no-index", "--find-links", wheels]
        code = main(["install", *flags, "--no-cache-dir", "--no-build-isolation", "-r", job["entry"]])
    except BaseException as error:
        os.write(2, f"ERROR: {error!r}\n".encode())
    finally:
        sys.stdout.flush()
        os._exit(code if isinstance(code, int) else 98)


def pose_as(environment: dict) -> None:
    """Markers alone see it: everything here is for any platform."""
    posed = {
        **BASE,
        "python_version": environment["python"],
        "python_full_version": environment["python"] + ".0",
        "sys_platform": environment["platform"],
        "platform_system": {"win32": "Windows", "darwin": "Darwin", "linux": "Linux"}[environment["platform"]],
        "os_name": "nt" if environment["platform"] == "win32" else "posix",
    }
    markers.default_environment = lambda: dict(posed)


main_loop()
