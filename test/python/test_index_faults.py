"""The faults that the index plays on order, and how it ends."""

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
import unittest

import samples
from places import INDEX
from running import IndexCase

SDIST = "demo_rehearsal-1.0.tar.gz"


class Faults(IndexCase):
    def upload_with(self, kind: str, **details):
        self.index.order("/faults", {"on": "upload", "kind": kind, "times": 1, **details})
        return self.index.upload(self.token)

    def stored(self) -> bool:
        return self.index.read("/simple/demo-rehearsal/").status == 200

    def test_status(self):
        answer = self.upload_with("status", status=429, reason="Slow down", retryAfter=7)
        self.assert_answer(answer, 429, "Slow down")
        self.assertEqual((answer.headers["Retry-After"], self.stored()), ("7", False))
        self.assert_answer(self.index.upload(self.token), 200)

    def test_drop(self):
        for kind, stored in (("drop-before-store", False), ("drop-after-store", True)):
            with self.assertRaises((ConnectionResetError, http.client.RemoteDisconnected)):
                self.upload_with(kind)
            self.assertEqual(self.stored(), stored)

    def test_hold(self):
        for kind in ("stall", "never-answer"):
            started = time.monotonic()
            with self.assertRaises((ConnectionError, http.client.RemoteDisconnected)):
                self.upload_with(kind, seconds=0.4)
            self.assertGreater(time.monotonic() - started, 0.3)
        self.assertFalse(self.stored())

    def test_slow_is_only_slow(self):
        started = time.monotonic()
        self.assert_answer(self.upload_with("slow", seconds=0.4), 200)
        self.assertGreater(time.monotonic() - started, 0.3)

    def test_only_for_one_file_and_cleared(self):
        fault = {"on": "upload", "kind": "status", "times": 9, "filename": "tar.gz"}
        self.index.order("/faults", fault)
        self.assert_answer(self.index.upload(self.token), 200)
        self.assert_answer(self.index.upload(self.token, SDIST, samples.sdist()), 503)
        self.index.order("/faults", method="DELETE")
        self.assert_answer(self.index.upload(self.token, SDIST, samples.sdist()), 200)

    def test_reading(self):
        self.index.order("/faults", {"on": "read", "kind": "status", "status": 502, "times": 2})
        self.assertEqual([self.index.read("/simple/").status for _ in range(3)], [502, 502, 200])

    def test_orders_that_are_not_understood(self):
        for path, order in (("/faults", {"on": "upload", "kind": "odd"}), ("/nothing", {}), ("/projects", {"name": "a", "status": "odd"}), ("/flags", {"odd": 1})):
            answer = self.index.ask("POST", path, json.dumps(order).encode(), {"Content-Type": "application/json"}, self.index.control_port)
            self.assertEqual(answer.status, 400, path)
        self.assertEqual(self.index.ask("POST", "/reset", b"{}", {"Content-Type": "text/plain"}, self.index.control_port).status, 415)


class Living(unittest.TestCase):
    def test_ends_with_standard_input_and_leaves_nothing(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        folder = temporary.name
        command = [sys.executable, "-I", "-B", INDEX, "--exit-with-stdin"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "TMPDIR": folder})
        urls = json.loads(process.stdout.readline())
        self.assertEqual(list(urls), ["uploadUrl", "readUrl", "webUrl", "controlUrl"])
        self.assertEqual(len(os.listdir(folder)), 1)
        process.stdin.close()
        self.assertEqual((process.wait(5), os.listdir(folder), process.stdout.read()), (0, [], b""))
        process.stdout.close()


if __name__ == "__main__":
    unittest.main()
