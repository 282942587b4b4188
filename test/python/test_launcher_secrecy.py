"""Where the secret is not: in no output, no argument list, no environment that another process can read."""

import base64
import os
import signal
import subprocess
import sys
import time
import unittest

from launching import LauncherCase

PLAIN_TWINE = [sys.executable, "-I", "-m", "twine", "upload", "--non-interactive", "--disable-progress-bar"]


class Secrecy(LauncherCase):
    def test_a_server_that_repeats_the_secret_is_blotted_out(self):
        pair = base64.b64encode(f"__token__:{self.token}".encode()).decode()
        for times in (1, 5):
            self.fault("status", status=400 if times == 1 else 503, reason=f"You said {self.token} and {pair}", times=times)
            self.assertEqual(self.launch()["reason"], "You said *** and ***")
            self.assertNotIn(pair, self.last_stderr)
        self.assertIn("You said *** and ***", self.last_stderr)

    def test_a_password_in_other_spellings(self):
        secret = "p w/\"ä&"
        self.index.order("/accounts", {"username": "anna", "password": secret})
        self.fault("status", status=400, reason="p%20w%2F%22%C3%A4%26 and p w/&quot;ä&amp; and " + secret)
        self.assertEqual(self.launch(secret=secret, username="anna")["reason"], "*** and *** and ***")

    def test_variables_of_twine_are_not_obeyed(self):
        other = {"TWINE_REPOSITORY_URL": "http://127.0.0.1:1/", "TWINE_USERNAME": "mallory", "TWINE_NON_INTERACTIVE": ""}
        self.assertEqual(self.launch(environment=other), {"outcome": "uploaded"})

    @unittest.skipUnless(os.path.isdir("/proc/self"), "needs /proc")
    def test_the_secret_is_in_no_argument_list_or_environment_that_others_can_read(self):
        self.fault("never-answer", seconds=20, times=2)
        launcher = self.start(self.order())
        control = subprocess.Popen(
            [*PLAIN_TWINE, "--repository-url", self.index.urls["uploadUrl"], self.wheel],
            env=self.environment(TWINE_USERNAME="__token__", TWINE_PASSWORD=self.token),
            stdout=subprocess.DEVNULL,
        )
        try:
            self.wait_for_uploads(2)
            self.assertIn(self.token.encode(), self.seen_from_outside(control.pid), "the control must be found")
            self.assertNotIn(self.token.encode(), self.seen_from_outside(launcher.pid))
        finally:
            control.kill()
            control.wait()
            launcher.kill()
            self.ended(launcher)

    def seen_from_outside(self, pid: int) -> bytes:
        seen = b""
        for name in ("cmdline", "environ"):
            with open(f"/proc/{pid}/{name}", "rb") as file:
                seen += file.read()
        self.assertIn(b"python", seen)
        return seen

    def wait_for_uploads(self, count: int) -> None:
        ends = time.monotonic() + 15
        while len(self.index.log()["authorizations"]) < count and time.monotonic() < ends:
            time.sleep(0.05)
        self.assertEqual(len(self.index.log()["authorizations"]), count)

    def test_ends_at_once_when_told_to(self):
        self.fault("never-answer", seconds=20)
        launcher = self.start(self.order())
        self.wait_for_uploads(1)
        started = time.monotonic()
        launcher.send_signal(signal.SIGTERM)
        stdout, stderr = self.ended(launcher)
        self.assertLess(time.monotonic() - started, 1)
        self.assertEqual((launcher.returncode, stdout, stderr.count(b"Traceback")), (-signal.SIGTERM, b"", 0))


if __name__ == "__main__":
    unittest.main()
