"""The built-in index over HTTP: the order of its checks, and what it shows."""

import hashlib
import time
import unittest

import samples
from running import JSON_TYPE, IndexCase
from test_tokens import narrowed

WHEEL, SDIST = "demo_rehearsal-1.0-py3-none-any.whl", "demo_rehearsal-1.0.tar.gz"


class Uploading(IndexCase):
    def test_takes_a_wheel_and_an_sdist(self):
        self.assert_answer(self.index.upload(self.token), 200)
        self.assert_answer(self.index.upload(self.token, SDIST, samples.sdist()), 200)
        log = self.index.log()["uploads"]
        self.assertEqual([(each["filename"], each["status"]) for each in log], [(WHEEL, 200), (SDIST, 200)])
        self.assertEqual(log[0]["sha256"], hashlib.sha256(samples.wheel()).hexdigest())

    def test_same_name_and_bytes_change_nothing_other_bytes_are_refused(self):
        wheel = samples.wheel()
        self.index.upload(self.token, data=wheel)
        before = self.index.read("/simple/demo-rehearsal/").text
        self.assert_answer(self.index.upload(self.token, data=wheel), 200)
        self.assertEqual(self.index.read("/simple/demo-rehearsal/").text, before)
        other = samples.wheel(extra={"more.py": b""})
        digest = hashlib.blake2b(other, digest_size=32).hexdigest()
        self.assert_answer(self.index.upload(self.token, data=other), 400, f"File already exists ('{WHEEL}', with blake2_256 hash '{digest}').")

    def test_each_refusal_before_the_file_is_looked_at(self):
        expired = narrowed(self.token, [0, int(time.time()) - 5, 0])
        elsewhere = self.index.mint(projects=["other"])
        rows = [
            ({"token": "pypi-nonsense"}, 403, "Invalid or non-existent authentication information."),
            ({"token": self.token, "user": "anna"}, 403, "Username/Password authentication is no longer supported."),
            ({"token": self.token[:-2] + ("AA" if self.token[-2:] != "AA" else "BB")}, 403, "Invalid API Token: signatures do not match"),
            ({"token": expired}, 403, "Invalid API Token: token is expired"),
            ({"token": elsewhere}, 403, "Invalid API Token: project-scoped token is not valid for project: 'demo-rehearsal'"),
            ({"token": narrowed(self.token, [99])}, 403, "Invalid API Token: caveat has unknown tag: 99"),
            ({"token": expired, "version": "1.0+x"}, 400, "The use of local versions"),
            ({"token": expired, "name": "json"}, 400, "The name 'json' isn't allowed (conflict with Python Standard Library"),
            ({"token": expired, "description": "x\n=\n\n.. bad::"}, 403, "Invalid API Token"),
            ({"token": self.token, "description": "x\n=\n\n.. bad::", "filename": "x.exe"}, 400, "The description failed to render"),
        ]
        for changes, status, start in rows:
            with self.subTest(start):
                self.assert_answer(self.index.upload(**changes), status, start)
        self.assertEqual(self.index.read("/simple/").json()["projects"], [])

    def test_flags_come_before_everything(self):
        rows = [("uploadsDisabled", "New uploads are temporarily disabled."), ("readOnly", "Read-only mode: Uploads are temporarily disabled.")]
        for flag, start in rows:
            self.index.order("/flags", {flag: True})
            self.assert_answer(self.index.upload("pypi-nonsense", name="!"), 403, start)

    def test_the_clock_ends_a_token(self):
        token = narrowed(self.token, [0, int(time.time()) + 300, int(time.time()) - 60])
        self.assert_answer(self.index.upload(token), 200)
        self.index.order("/clock", {"offsetSeconds": 301})
        self.assert_answer(self.index.upload(token), 403, "Invalid API Token: token is expired")

    def test_a_release_closes_after_14_days(self):
        self.index.upload(self.token)
        self.index.order("/age", {"name": "demo.rehearsal", "version": "1.0.0", "days": 14.1})
        self.assert_answer(self.index.upload(self.token, SDIST, samples.sdist()), 400, "Uploading new files to releases older than 14 days")

    def test_one_sdist_a_release(self):
        self.index.upload(self.token, SDIST, samples.sdist())
        data = samples.sdist(top="demo_rehearsal-1.0.0")
        answer = self.index.upload(self.token, "demo_rehearsal-1.0.0.tar.gz", data, version="1.0.0")
        self.assert_answer(answer, 400, "Only one sdist may be uploaded per release.")

    def test_archived_and_foreign_projects_take_nothing_quarantined_ones_do(self):
        project = {"name": "Demo.Rehearsal", "status": "archived"}
        self.index.order("/projects", project)
        self.assert_answer(self.index.upload(self.token), 403, "The user 'rehearsal' isn't allowed to upload to project 'Demo.Rehearsal'.")
        self.index.order("/projects", {**project, "status": "quarantined"})
        self.assert_answer(self.index.upload(self.token), 200)
        self.assert_answer(self.index.upload(self.index.mint(user="anna"), "a1-1.0.tar.gz", samples.sdist("a1-1.0"), name="a1"), 200)
        self.assert_answer(self.index.upload(self.token, "a1-2.0.tar.gz", samples.sdist("a1-2.0"), name="a1", version="2.0"), 403, "The user 'rehearsal' isn't allowed")

    def test_a_similar_name_is_refused(self):
        self.index.order("/projects", {"name": "dem0-rehearsaI"})
        self.assert_answer(self.index.upload(self.token), 400, "The name 'demo-rehearsal' is too similar to an existing project.")

    def test_an_account_may_upload_with_its_password(self):
        self.index.order("/accounts", {"username": "anna", "password": "p:w \u00e9"})
        self.assert_answer(self.index.upload("p:w \u00e9", user="anna"), 200)
        self.assert_answer(self.index.upload("wrong", user="anna"), 403, "Username/Password")

    def test_the_address_without_its_slash_moved(self):
        answer = self.index.upload(self.token, path="/legacy")
        self.assert_answer(answer, 308, "An upload was attempted to /legacy but the expected upload URL is /legacy/")
        self.assertEqual(answer.headers["Location"], "/legacy/")

    def test_bodies_that_are_no_form(self):
        rows = [(b"", "text/plain", 400), (b"--x\r\n", "multipart/form-data; boundary=x", 400), (b"x" * 70000, "multipart/form-data; boundary=x", 400)]
        for body, content_type, status in rows:
            self.assert_answer(self.index.ask("POST", "/legacy/", body, {"Content-Type": content_type}), status)
        body, content_type = samples.multipart(samples.form(), None, b"")
        answer = self.index.ask("POST", "/legacy/", body, {"Content-Type": content_type, "Authorization": f"Bearer {self.token}"})
        self.assert_answer(answer, 400, "Upload payload does not have a file.")

    def test_a_message_is_one_line_of_latin_1(self):
        answer = self.index.upload(self.token, requires_dist=["a\r\nX-Evil: 1 \u2603"])
        self.assert_answer(answer, 400, "'a\\r\\nX-Evil: 1 ?' is invalid for 'requires-dist'")
        self.assertIsNone(answer.headers["X-Evil"])
        self.assertIn("\u2603", answer.text)

    def test_boundaries_that_fall_between_two_reads(self):
        for padding in range(65536 - 400, 65536 - 200, 7):
            self.index.order("/reset")
            token = self.index.mint()
            answer = self.index.upload(token, description="x" * padding, description_content_type="text/plain")
            self.assert_answer(answer, 200)


class Reading(IndexCase):
    def setUp(self):
        super().setUp()
        self.wheel = samples.wheel()
        self.index.upload(self.token, data=self.wheel, requires_python=">=3.9")

    def test_simple_json(self):
        answer = self.index.read("/simple/demo-rehearsal/")
        detail = answer.json()
        self.assertEqual((answer.headers["Content-Type"], answer.headers["X-PyPI-Last-Serial"]), (JSON_TYPE, "1"))
        self.assertEqual(detail["meta"], {"api-version": "1.4", "_last-serial": 1})
        self.assertEqual((detail["name"], detail["versions"], detail["project-status"]), ("demo-rehearsal", ["1.0"], {"status": "active"}))
        (file,) = detail["files"]
        self.assertEqual((file["filename"], file["size"], file["requires-python"], file["yanked"]), (WHEEL, len(self.wheel), ">=3.9", False))
        self.assertEqual(file["hashes"], {"sha256": hashlib.sha256(self.wheel).hexdigest()})
        self.assertRegex(file["upload-time"], r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z\Z")
        path = "/" + file["url"].split("/", 3)[3]
        self.assertEqual(self.index.read(path).headers["Content-Length"], str(len(self.wheel)))
        self.assertEqual(self.index.read(path + ".metadata").text, samples.metadata_text())

    def test_simple_html_for_whoever_wants_nothing_else(self):
        for accept in ("text/html", "*/*", "text/html, application/vnd.pypi.simple.v1+json;q=0.2"):
            page = self.index.read("/simple/demo-rehearsal/", accept)
            self.assertIn("text/html", page.headers["Content-Type"])
            self.assertIn(f'#sha256={hashlib.sha256(self.wheel).hexdigest()}" data-requires-python="&gt;=3.9"', page.text)
        self.assertEqual(self.index.read("/simple/", "image/png").status, 406)
        self.index.order("/flags", {"htmlOnly": True})
        self.assertIn("text/html", self.index.read("/simple/demo-rehearsal/").headers["Content-Type"])

    def test_etag_and_normalised_names(self):
        tag = self.index.read("/simple/demo-rehearsal/").headers["ETag"]
        self.assertEqual(self.index.read("/simple/demo-rehearsal/", **{"If-None-Match": f'"x", W/{tag}'}).status, 304)
        self.index.upload(self.token, SDIST, samples.sdist())
        self.assertEqual(self.index.read("/simple/demo-rehearsal/", **{"If-None-Match": tag}).status, 200)
        for path in ("/simple/Demo_Rehearsal/", "/simple/demo-rehearsal"):
            answer = self.index.read(path)
            self.assertEqual((answer.status, answer.headers["Location"]), (301, "/simple/demo-rehearsal/"))
        self.assertEqual(self.index.read("/simple/unknown/").status, 404)

    def test_project_json(self):
        whole, one = (self.index.read(path).json() for path in ("/pypi/demo-rehearsal/json", "/pypi/demo-rehearsal/1.0/json"))
        self.assertEqual((whole["info"]["name"], whole["info"]["version"], whole["last_serial"]), ("demo-rehearsal", "1.0", 1))
        self.assertEqual(whole["urls"][0]["digests"]["sha256"], hashlib.sha256(self.wheel).hexdigest())
        self.assertEqual((list(whole["releases"]), "releases" in one, one["urls"]), (["1.0"], False, whole["urls"]))
        self.assertEqual(whole["ownership"], {"roles": [{"role": "Owner", "user": "rehearsal"}], "organization": None})
        for path in ("/pypi/unknown/json", "/pypi/demo-rehearsal/2.0/json"):
            self.assertEqual(self.index.read(path).status, 404)

    def test_quarantined(self):
        self.index.order("/projects", {"name": "demo-rehearsal", "status": "quarantined"})
        detail = self.index.read("/simple/demo-rehearsal/").json()
        self.assertEqual((detail["project-status"], detail["files"], detail["versions"]), ({"status": "quarantined"}, [], []))
        self.assertEqual(self.index.read("/pypi/demo-rehearsal/json").status, 404)

    def test_listing_can_lag_behind(self):
        self.index.order("/flags", {"listingLagSeconds": 60})
        self.index.upload(self.token, SDIST, samples.sdist())
        self.assertEqual(len(self.index.read("/simple/demo-rehearsal/").json()["files"]), 1)
        self.index.order("/clock", {"offsetSeconds": 61})
        self.assertEqual(len(self.index.read("/simple/demo-rehearsal/").json()["files"]), 2)

    def test_reading_can_need_a_name(self):
        self.index.order("/flags", {"readNeedsAuth": True})
        self.assertEqual(self.index.read("/simple/").status, 401)
        self.assertEqual(self.index.read("/simple/", Authorization=f"Bearer {self.token}").status, 200)

    def test_pages_escape_what_they_show(self):
        self.index.upload(self.token, "demo_rehearsal-2.0.tar.gz", samples.sdist("demo_rehearsal-2.0"), version="2.0", summary="<script>alert(1)</script>")
        page = self.index.read("/project/demo-rehearsal/2.0/", "text/html")
        self.assertIn("&lt;script&gt;", page.text)
        self.assertNotIn("<script", page.text)
        self.assertIn("default-src 'none'", page.headers["Content-Security-Policy"])
        self.assertIn("demo-rehearsal", self.index.read("/", "text/html").text)

    def test_the_date_is_the_shifted_clock(self):
        self.index.order("/clock", {"offsetSeconds": -86400 * 365})
        year = time.gmtime(time.time() - 86400 * 365).tm_year
        self.assertIn(f" {year} ", self.index.read("/simple/").headers["Date"])

    def test_other_hosts_are_misdirected(self):
        for port in (self.index.port, self.index.control_port):
            for host in ("evil.example", f"evil.example:{port}", "127.0.0.1", f"127.0.0.1:{port + 1}", ""):
                answer = self.index.ask("GET", "/log", headers={"Host": host}, port=port)
                self.assertEqual((answer.status, answer.text), (421, ""), host)
            self.assertNotEqual(self.index.ask("GET", "/", headers={"Host": f"LOCALHOST:{port}"}, port=port).status, 421)


if __name__ == "__main__":
    unittest.main()
