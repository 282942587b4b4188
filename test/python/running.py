"""A running index of the test's own, spoken to as a client would."""

import base64
import http.client
import json
import subprocess
import sys
import unittest
from typing import Any
from urllib.parse import urlsplit

import samples
from places import INDEX

JSON_TYPE = "application/vnd.pypi.simple.v1+json"


class RunningIndex:
    def __init__(self) -> None:
        command = [sys.executable, "-I", "-B", INDEX, "--exit-with-stdin"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.urls = json.loads(self.process.stdout.readline())
        self.port, self.control_port = (urlsplit(self.urls[name]).port for name in ("webUrl", "controlUrl"))

    def stop(self) -> str:
        """What the index complained of: nothing, if all is well."""
        self.process.stdin.close()
        self.process.wait(5)
        complaints = self.process.stderr.read().decode()
        self.process.stdout.close()
        self.process.stderr.close()
        return complaints

    def order(self, path: str, content: Any = None, method="POST", **headers) -> Any:
        headers = {"Content-Type": "application/json", **headers}
        answer = self.ask(method, path, json.dumps(content or {}).encode(), headers, self.control_port)
        if answer.status != 200:
            raise AssertionError(f"{path}: {answer.status} {answer.text}")
        return json.loads(answer.text)

    def mint(self, **content) -> str:
        return self.order("/mint", content)["token"]

    def log(self) -> Any:
        return self.order("/log", method="GET")

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict | None = None, port: int | None = None) -> "Answer":
        connection = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=10)
        try:
            connection.request(method, path, body, headers or {})
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def read(self, path: str, accept: str = JSON_TYPE, **headers) -> "Answer":
        return self.ask("GET", path, headers={"Accept": accept, **headers})

    def upload(self, token: str, filename="demo_rehearsal-1.0-py3-none-any.whl", data: bytes | None = None, path="/legacy/", user="__token__", **changes) -> "Answer":
        data = samples.wheel() if data is None else data
        file_type = "sdist" if filename.endswith(".tar.gz") else "bdist_wheel"
        body, content_type = samples.multipart(samples.form(file_type, data, **changes), filename, data)
        pair = base64.b64encode(f"{user}:{token}".encode()).decode()
        return self.ask("POST", path, body, {"Content-Type": content_type, "Authorization": f"Basic {pair}"})


class Answer:
    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status, self.reason, self.headers = response.status, response.reason, response.headers
        self.text = response.read().decode("utf-8", "replace")

    def json(self) -> Any:
        return json.loads(self.text)

    def __repr__(self) -> str:
        return f"{self.status} {self.reason}"


class IndexCase(unittest.TestCase):
    """One index for all tests of a class, emptied before each."""

    @classmethod
    def setUpClass(cls):
        cls.index = RunningIndex()

    @classmethod
    def tearDownClass(cls):
        complaints = cls.index.stop()
        assert not complaints, complaints

    def setUp(self):
        self.index.order("/reset")
        self.token = self.index.mint(location="index.example")

    def assert_answer(self, answer, status, start=""):
        self.assertEqual(answer.status, status, answer)
        self.assertTrue(answer.reason.startswith(start), f"{answer}, wanted {start!r}")
