"""The launcher, with the real twine, against the running index: each outcome."""

import hashlib
import json
import os
import pathlib
import socket
import subprocess
import sys
import time
import unittest
import zipfile

import samples
from launching import COMMAND, WHEEL, LauncherCase


class Outcomes(LauncherCase):
    def test_uploaded_and_the_index_holds_the_same_bytes(self):
        for path in (self.wheel, self.sdist):
            self.assertEqual(self.launch(file=path), {"outcome": "uploaded"})
        listed = {file["filename"]: file["hashes"]["sha256"] for file in self.index.read("/simple/demo-rehearsal/").json()["files"]}
        expected = {}
        for path in (self.wheel, self.sdist):
            with open(path, "rb") as file:
                expected[os.path.basename(path)] = hashlib.sha256(file.read()).hexdigest()
        self.assertEqual(listed, expected)

    def test_what_the_index_refuses(self):
        self.launch()
        changed = self.other_wheel()
        outcome = self.launch(file=changed)
        self.assertEqual((outcome["outcome"], outcome["status"], outcome["retryAfter"]), ("http", 400, None))
        self.assertTrue(outcome["reason"].startswith(f"File already exists ('{WHEEL}'"), outcome)
        outcome = self.launch(secret="pypi-AAAA", file=self.sdist)
        self.assertEqual((outcome["status"], outcome["reason"][:40]), (403, "Invalid or non-existent authentication i"))

    def other_wheel(self) -> str:
        os.makedirs(os.path.join(self.folder.name, "other"), exist_ok=True)
        return self.written(os.path.join("other", WHEEL), samples.wheel(extra={"more.py": b""}))

    def test_slow_down_and_unavailable(self):
        self.fault("status", status=429, reason="Too many", retryAfter=30)
        self.assertEqual(self.launch(), {"outcome": "http", "status": 429, "reason": "Too many", "retryAfter": 30})
        self.fault("status", status=503, times=5)
        self.assertEqual(self.launch(), {"outcome": "http", "status": 503, "reason": "Service Unavailable", "retryAfter": None})
        self.assertEqual(len(self.index.log()["uploads"]), 6)

    def test_connections_that_fail(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            closed = f"http://127.0.0.1:{taken.getsockname()[1]}/legacy/"
            proxied = {"HTTPS_PROXY": closed}
            rows = [
                ("dns", {"repositoryUrl": "http://nonexistent.invalid/legacy/"}),
                ("refused", {"repositoryUrl": closed}),
                ("other", {"repositoryUrl": "http://255.255.255.255:9/legacy/"}),
                ("tls", {"repositoryUrl": self.index.urls["uploadUrl"].replace("http:", "https:")}),
                ("proxy", {"repositoryUrl": "https://index.example/legacy/", "environment": proxied}),
            ]
            for cause, changes in rows:
                with self.subTest(cause):
                    self.assert_connection(self.launch(**changes), cause)

    def test_a_connection_that_drops(self):
        for kind in ("drop-before-store", "drop-after-store"):
            self.fault(kind)
            self.assert_connection(self.launch(), "dropped")
        self.assertEqual(self.index.read("/simple/demo-rehearsal/").status, 200)

    def test_nothing_moves_for_the_stall_time(self):
        for kind in ("never-answer", "stall", "stall"):
            self.fault(kind, seconds=30)
        files = (self.wheel, self.sdist, self.large_wheel())
        launchers = [self.start(self.order(stallSeconds=1, file=file)) for file in files]
        started = time.monotonic()
        for launcher in launchers:
            self.assert_connection(self.finish(launcher), "stalled")
        self.assertLess(time.monotonic() - started, 15)

    def test_a_slow_upload_is_no_stalled_one(self):
        self.fault("slow", seconds=2)
        self.assertEqual(self.launch(stallSeconds=1, file=self.large_wheel()), {"outcome": "uploaded"})

    def large_wheel(self) -> str:
        name = "demo_rehearsal-1.0-py2-none-any.whl"
        return self.written(name, samples.wheel(extra={"large.bin": os.urandom(12 << 20)}, method=zipfile.ZIP_STORED))

    def assert_connection(self, outcome: dict, cause: str) -> None:
        self.assertEqual((outcome["outcome"], outcome.get("cause")), ("connection", cause), outcome)
        self.assertRegex(outcome["detail"], r"\A[^\n]{5,300}\Z")
        self.assertNotRegex(outcome["detail"], "object at 0x|Max retries", "the root, not its wrapping")

    def test_redirect_is_not_followed(self):
        url = self.index.urls["uploadUrl"].rstrip("/")
        self.assertEqual(self.launch(repositoryUrl=url), {"outcome": "redirect", "location": "/legacy/"})
        self.assertEqual(self.index.read("/simple/demo-rehearsal/").status, 404)

    def test_a_redirect_without_an_address_is_no_success(self):
        self.fault("status", status=302, reason="Elsewhere")
        self.assertEqual(self.launch(), {"outcome": "http", "status": 302, "reason": "Elsewhere", "retryAfter": None})

    def test_what_twine_refuses_itself(self):
        rows = [
            ({"file": os.path.join(self.folder.name, "none.whl")}, "Cannot find file"),
            ({"file": self.written("broken-1.0-py3-none-any.whl", b"no zip")}, "File is not a zip file"),
            ({"file": self.written("old-1.0.tar.gz", samples.sdist("old-1.0", samples.metadata_text({"Metadata-Version": "2.0"})))}, "Invalid distribution metadata"),
            ({"file": self.written("odd-1.0.tar.gz", samples.sdist("odd-1.0", samples.metadata_text({"Metadata-Version": "odd"})))}, "Invalid version: 'odd'"),
            ({"file": self.written("cut-1.0.tar.gz", samples.sdist("cut-1.0")[:40])}, ""),
            ({"file": "relative.whl"}, "The file must be"),
            ({"file": self.wheel + ".asc"}, "The file must be"),
            ({"repositoryUrl": "ftp://127.0.0.1/"}, "Invalid repository URL"),
            ({"repositoryUrl": "nonsense"}, "Invalid repository URL"),
            ({"secret": "\u20ac\u20ac"}, "a character that the protocol cannot carry"),
        ]
        for changes, start in rows:
            with self.subTest(changes):
                outcome = self.launch(**changes)
                self.assertEqual(outcome["outcome"], "rejected", outcome)
                self.assertTrue(outcome["detail"].startswith(start), outcome)
        self.assertEqual(self.index.log()["uploads"], [])

    def test_it_ends_with_its_parent(self):
        self.fault("never-answer", seconds=30)
        between = "import subprocess, sys; child = subprocess.Popen(sys.argv[1:]); print(child.pid, flush=True); child.wait()"
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        command = [sys.executable, "-c", between, *COMMAND]
        with subprocess.Popen(command, env=self.environment(), cwd=self.folder.name, **pipes) as parent:
            parent.stdin.write(self.order())
            parent.stdin.close()
            launcher = pathlib.Path("/proc", parent.stdout.readline().decode().strip(), "cmdline")
            self.until(lambda: self.index.log()["authorizations"])
            self.assertIn(b"launcher.py", launcher.read_bytes())
            parent.kill()
        self.until(lambda: not launcher.exists() or launcher.read_bytes() == b"")

    def until(self, holds) -> None:
        deadline = time.monotonic() + 10
        while not holds():
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.05)

    def test_orders_that_cannot_be_read(self):
        good = json.loads(self.order())
        for line in (b"", b"\n", b"[]\n", b"{\n", json.dumps({**good, "secret": ""}).encode(), json.dumps({**good, "file": 7}).encode(), json.dumps({**good, "stallSeconds": 0}).encode()):
            with self.subTest(line):
                self.assertEqual(self.finish(self.start(line))["outcome"], "crashed")


if __name__ == "__main__":
    unittest.main()
