"""The pages a person sees: plain HTML, everything escaped, no script."""

from html import escape
from typing import Any

from store import Project, Release, StoredFile

# Sent with every page: nothing is loaded, nothing runs, nothing is framed.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .35rem .75rem .35rem 0; }
tr { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
code, pre { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
.note { opacity: .75; }
"""


def page(title: str, body: str) -> str:
    head = f"<meta charset='utf-8'><meta name='viewport' content='width=device-width'><title>{escape(title)}</title>"
    return f"<!doctype html><html lang='en'><head>{head}<style>{STYLE}</style></head><body>{body}</body></html>"


def simple_page(title: str, text: str) -> str:
    return page(title, f"<h1>{escape(title)}</h1><p>{escape(text)}</p>")


def help_page() -> str:
    what = "It runs on this machine only, judges uploads by PyPI's rules, and forgets everything when it ends."
    return simple_page("About this index", what)


def home(projects: list[Project], web_url: str) -> str:
    rows = "".join(project_row(project) for project in projects)
    table = f"<table><tr><th>Project</th><th>Versions</th><th>Files</th><th>Status</th></tr>{rows}</table>"
    nothing = "<p>Nothing has been uploaded yet.</p>"
    note = f"<p class='note'>{escape(web_url)} runs on this machine only and forgets everything when it ends.</p>"
    return page("Rehearsal index", f"<h1>Rehearsal index</h1>{table if projects else nothing}{note}")


def project_row(project: Project) -> str:
    versions = ", ".join(
        f"<a href='/project/{escape(project.normalized)}/{escape(release.version)}/'>{escape(release.version)}</a>"
        for release in project.releases.values()
    )
    cells = (escape(project.name), versions, str(len(project.files())), escape(project.status))
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def release(project: Project, shown: Release, files: list[tuple[StoredFile, str]], versions: list[str]) -> str:
    title = f"{project.name} {shown.version}"
    rows = "".join(file_row(file, url) for file, url in files)
    table = f"<table><tr><th>File</th><th>Size</th><th>Uploaded</th><th>SHA-256</th></tr>{rows}</table>"
    description = f"<h2>Description</h2><pre>{escape(shown.about['description'] or '')}</pre>"
    summary = f"<p>{escape(shown.about['summary'] or 'No summary.')}</p>"
    others = f"<p class='note'>Versions: {escape(', '.join(versions))}</p><p><a href='/'>All projects</a></p>"
    return page(title, f"<h1>{escape(title)}</h1>{summary}<h2>Files</h2>{table}{description}{others}")


def file_row(file: StoredFile, url: str) -> str:
    link = f"<a href='{escape(url)}'>{escape(file.artifact.filename)}</a>"
    uploaded = file.uploaded.strftime("%Y-%m-%d %H:%M:%S UTC")
    digest = f"<code>{file.artifact.digests.sha256}</code>"
    return f"<tr><td>{link}</td><td>{file.artifact.size:,} bytes</td><td>{uploaded}</td><td>{digest}</td></tr>"


def simple_list(projects: list[Project]) -> str:
    """PEP 503."""
    links = "".join(f'<a href="/simple/{escape(each.normalized)}/">{escape(each.name)}</a><br>\n' for each in projects)
    return f"<!DOCTYPE html>\n<html><head><title>Simple index</title></head><body>\n{links}</body></html>\n"


def simple_project(listing: dict[str, Any]) -> str:
    """PEP 503, with the status of PEP 792."""
    links = "".join(simple_link(file) for file in listing["files"])
    status = "".join(
        f'<meta name="pypi:project-{name}" content="{escape(listing["project-status"][key])}">'
        for name, key in (("status", "status"), ("status-reason", "reason"))
        if key in listing["project-status"]
    )
    version = f'<meta name="pypi:repository-version" content="{listing["meta"]["api-version"]}">'
    title = f"Links for {escape(listing['name'])}"
    head = f"<head>{version}{status}<title>{title}</title></head>"
    return f"<!DOCTYPE html>\n<html>{head}<body>\n<h1>{title}</h1>\n{links}</body></html>\n"


def simple_link(file: dict[str, Any]) -> str:
    needs = file["requires-python"]
    python = f' data-requires-python="{escape(needs)}"' if needs else ""
    core = f' data-core-metadata="sha256={file["core-metadata"]["sha256"]}"' if file["core-metadata"] else ""
    yanked = f' data-yanked="{escape(file["yanked"] if isinstance(file["yanked"], str) else "")}"' if file["yanked"] else ""
    origin = f' data-provenance="{escape(file["provenance"])}"' if file["provenance"] else ""
    address = f"{escape(file['url'])}#sha256={file['hashes']['sha256']}"
    return f'<a href="{address}"{python}{core}{yanked}{origin}>{escape(file["filename"])}</a><br>\n'
