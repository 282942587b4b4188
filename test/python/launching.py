"""The launcher, run as the broker runs it; what holds for every run is asserted here."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

import samples
from places import LAUNCHER
from running import RunningIndex

WHEEL, SDIST = "demo_rehearsal-1.0-py3-none-any.whl", "demo_rehearsal-1.0.tar.gz"
COMMAND = [sys.executable, "-I", "-B", LAUNCHER]


class LauncherCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.index = RunningIndex()
        cls.folder = tempfile.TemporaryDirectory()
        cls.wheel = cls.written(WHEEL, samples.wheel())
        cls.sdist = cls.written(SDIST, samples.sdist())

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()
        complaints = cls.index.stop()
        assert not complaints, complaints

    @classmethod
    def written(cls, name: str, data: bytes) -> str:
        path = os.path.join(cls.folder.name, name)
        with open(path, "wb") as file:
            file.write(data)
        return path

    def setUp(self):
        self.index.order("/reset")
        self.token = self.index.mint(location="index.example")

    def environment(self, **more) -> dict[str, str]:
        return {"PATH": os.environ["PATH"], "HOME": self.folder.name, **more}

    def start(self, order: bytes, **more) -> subprocess.Popen:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        process = subprocess.Popen(COMMAND, env=self.environment(**more), cwd=self.folder.name, **pipes)
        process.stdin.write(order)
        process.stdin.close()
        return process

    def finish(self, process: subprocess.Popen) -> dict:
        stdout, stderr = self.ended(process)
        self.last_stderr = stderr.decode()
        self.assertNotIn("Traceback", self.last_stderr)
        self.assertNotIn("\x1b", self.last_stderr)
        self.assertNotIn(self.token.encode(), stdout + stderr)
        self.assertEqual(stdout.count(b"\n"), 1, stdout)
        outcome = json.loads(stdout)
        self.assertEqual(process.returncode, 0 if outcome == {"outcome": "uploaded"} else 1)
        return outcome

    def ended(self, process: subprocess.Popen) -> tuple[bytes, bytes]:
        process.stdin = None  # closed already, which communicate() would stumble over
        return process.communicate(timeout=30)

    def order(self, **changes) -> bytes:
        good = {"secret": self.token, "username": "__token__", "repositoryUrl": self.index.urls["uploadUrl"], "file": self.wheel, "stallSeconds": 10}
        return json.dumps({**good, **changes}).encode() + b"\n"

    def launch(self, environment: dict | None = None, **changes) -> dict:
        return self.finish(self.start(self.order(**changes), **(environment or {})))

    def fault(self, kind: str, **details) -> None:
        self.index.order("/faults", {"on": "upload", "kind": kind, "times": 1, **details})
