"""What the built-in index can be made to tell of packages: states, ages, attestations, reports."""

import hashlib
import json
import unittest

from running import IndexCase

PUBLISHER = {"kind": "GitHub", "repository": "demo/demo", "workflow": "release.yml", "environment": ""}
REPORT = {
    "id": "PYSEC-2026-1",
    "modified": "2026-02-01T00:00:00Z",
    "affected": [
        {
            "package": {"ecosystem": "PyPI", "name": "demo"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1.0"}, {"fixed": "1.2"}, {"introduced": "2.0"}]}],
            "versions": ["0.5"],
        }
    ],
}


class Seeding(IndexCase):
    def seed(self, **order):
        self.index.order("/seed", {"name": "Demo", **order})
        return self.index.read("/simple/demo/").json()

    def test_a_release_as_it_was_ordered(self):
        file = {"filename": "demo-1.0.tar.gz", "sha256": "ab" * 32, "publisher": PUBLISHER}
        release = {"version": "1.0", "uploadedAt": "2026-01-02T03:04:05+00:00", "yanked": "broken", "requiresPython": ">=3.9", "files": [file]}
        detail = self.seed(status="archived", reason="moved", releases=[release])
        self.assertEqual(detail["project-status"], {"status": "archived", "reason": "moved"})
        (listed,) = detail["files"]
        expected = {"yanked": "broken", "requires-python": ">=3.9", "upload-time": "2026-01-02T03:04:05.000000Z", "hashes": {"sha256": "ab" * 32}}
        self.assertEqual({name: listed[name] for name in expected}, expected)
        provenance = self.index.read("/" + listed["provenance"].split("/", 3)[3]).json()
        self.assertEqual(provenance["attestation_bundles"][0]["publisher"], PUBLISHER)
        self.assertEqual(self.index.read("/" + listed["url"].split("/", 3)[3]).status, 404)

    def test_what_is_not_said_is_harmless(self):
        detail = self.seed(releases=[{"version": "1.0"}])
        (listed,) = detail["files"]
        self.assertEqual((listed["filename"], listed["yanked"], listed["provenance"]), ("demo-1.0-py3-none-any.whl", False, None))
        self.assertEqual(listed["hashes"]["sha256"], hashlib.sha256(b"demo-1.0-py3-none-any.whl").hexdigest())

    def test_html_says_the_same(self):
        self.seed(status="deprecated", reason='"old"', releases=[{"version": "1.0", "yanked": 'a "b" <c>', "files": [{"filename": "demo-1.0.tar.gz", "publisher": PUBLISHER}]}])
        page = self.index.read("/simple/demo/", "text/html").text
        for part in ('data-yanked="a &quot;b&quot; &lt;c&gt;"', "data-provenance=", 'content="deprecated"', 'name="pypi:project-status-reason" content="&quot;old&quot;"'):
            self.assertIn(part, page)

    def test_project_json(self):
        self.seed(releases=[{"version": "1.0", "yanked": True, "vulnerabilities": [{"id": "PYSEC-1"}]}])
        found = self.index.read("/pypi/demo/1.0/json").json()
        self.assertEqual((found["vulnerabilities"], found["info"]["yanked"], found["urls"][0]["yanked"]), ([{"id": "PYSEC-1"}], True, True))

    def test_an_odd_order_is_refused(self):
        for order in ({"status": "lost"}, {"releases": [{}]}, {"releases": [{"version": "1.0", "uploadedAt": "soon"}]}):
            with self.assertRaises(AssertionError):
                self.seed(**order)

    def test_what_was_read_is_logged(self):
        self.seed()
        self.index.read("/simple/nobody/")
        self.assertEqual(self.index.log()["reads"], [{"path": "/simple/demo/", "status": 200}, {"path": "/simple/nobody/", "status": 404}])


class Reports(IndexCase):
    def setUp(self):
        super().setUp()
        others = [{**REPORT, "id": f"PYSEC-2026-{number}"} for number in (2, 3)]
        withdrawn = {**REPORT, "id": "PYSEC-2026-9", "withdrawn": "2026-03-01T00:00:00Z"}
        self.index.order("/advisories", {"advisories": [REPORT, *others, withdrawn]})

    def ask(self, *queries):
        body = json.dumps({"queries": [{"package": {"ecosystem": "PyPI", "name": name}, **more} for name, more in queries]})
        return self.index.ask("POST", "/v1/querybatch", body.encode(), {"Content-Type": "application/json"})

    def test_by_version(self):
        rows = [("0.5", True), ("0.9", False), ("1.0", True), ("1.1.post1", True), ("1.2", False), ("2.0", True), ("9", True)]
        results = self.ask(*(("demo", {"version": version}) for version, _ in rows)).json()["results"]
        self.assertEqual([bool(result) for result in results], [affected for _, affected in rows])
        self.assertEqual(results[0]["vulns"][0], {"id": "PYSEC-2026-1", "modified": "2026-02-01T00:00:00Z"})

    def test_by_project_in_pages(self):
        self.index.order("/flags", {"advisoryPage": 2})
        whole, none = self.ask(("demo", {}), ("other", {})).json()["results"]
        self.assertEqual(([each["id"] for each in whole["vulns"]], none), (["PYSEC-2026-1", "PYSEC-2026-2"], {}))
        (rest,) = self.ask(("demo", {"page_token": whole["next_page_token"]})).json()["results"]
        self.assertEqual(([each["id"] for each in rest["vulns"]], "next_page_token" in rest), (["PYSEC-2026-3"], False))

    def test_a_record(self):
        self.assertEqual(self.index.read("/v1/vulns/PYSEC-2026-1").json(), REPORT)
        self.assertEqual(self.index.read("/v1/vulns/PYSEC-0").status, 404)

    def test_questions_that_are_none(self):
        for body in (b"", b"[]", b'{"queries":[{}]}'):
            self.assert_answer(self.index.ask("POST", "/v1/querybatch", body), 400)


if __name__ == "__main__":
    unittest.main()
