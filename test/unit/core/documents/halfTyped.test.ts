import { describe, expect, test } from 'vitest';

import { readDocument } from '../../../../src/core/documents/readDocument.ts';
import type { Requirement } from '../../../../src/core/documents/requirement.ts';
import type { Position, Span } from '../../../../src/core/text/span.ts';

const pyproject = `[build-system]
requires = ["hatchling>=1.26"]

[project]
name = "demo"
dependencies = [
  "requests[socks]>=2.31; python_version < '3.13'",  # countersign: ignore[dep/upper-cap-in-library] known
  "idna @ https://files.example/idna-3.tar.gz#sha256=00",
]
optional-dependencies.docs = ["sphinx\\u003e=7", """
furo"""]

[dependency-groups]
test = ["pytest", { include-group = "lint" }]

[tool.poetry.group.dev.dependencies]
black = { version = "^24", extras = ["d"], python = ">=3.9" }
"zope.interface" = [{ version = "1" }, { git = "https://files.example/z.git" }]
[tool.poetry.group.dev.dependencies.mypy]
version = "*"

[tool.pdm.dev-dependencies]
dev = ["-e file:///\${PROJECT_ROOT}/part#egg=part"]

[[tool.uv.index]]
url = "https://index.example/simple"
explicit = true
`;
const pipfile = `[[source]]
url = "https://index.example/simple"
verify_ssl = false

[packages]
idna = "==3.10"
requests = { version = "*", extras = ["socks"], sys_platform = "== 'win32'" }
`;
const script = `import x\n# /// script\n${pyproject.trimEnd().replaceAll(/^/gm, '# ')}\n# dependencies = ["idna"]\n# ///\n`;

describe.each([
  ['pyproject', pyproject],
  ['pipfile', pipfile],
  ['script', script],
] as const)('a %s', (kind, text) => {
  const whole = Array.from({ length: text.length }, (_, offset) => offset);

  test('that ends anywhere is read, with marks that can be seen', () => {
    for (const offset of whole) expectSound(text.slice(0, offset));
  });

  test('that misses any character is read, with marks that can be seen', () => {
    for (const offset of whole) expectSound(text.slice(0, offset) + text.slice(offset + 1));
  });

  test('that has a quotation mark or a bracket anywhere is read, with marks that can be seen', () => {
    for (const offset of whole) expectSound(text.slice(0, offset) + `"]'{`.charAt(offset % 4) + text.slice(offset));
  });

  function expectSound(broken: string): void {
    const requirements = readDocument('file', kind, broken, { strict: false })?.requirements ?? [];
    const unsound = requirements.filter(requirement => !isSound(requirement));
    expect(unsound).toEqual([]);
  }
});

function isSound({ span, nameSpan, specifierSpan, problem }: Requirement): boolean {
  const isOrdered = [span, nameSpan, specifierSpan].every(place => place === null || distance(place.start, place.end) >= 0);
  return isOrdered && isSeen(span) && (problem === null || isSeen(problem.span));
}

function isSeen({ start, end }: Span): boolean {
  return distance(start, end) > 0;
}

/** Positive where the other is behind, zero where both are one. */
function distance(one: Position, other: Position): number {
  return other.line - one.line || other.character - one.character;
}
