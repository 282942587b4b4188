import { describe, expect, test } from 'vitest';

import { addresses } from '../../../../src/core/indexes/addresses.ts';
import { readCustomIndexes } from '../../../../src/core/indexes/customIndexes.ts';

const PUBLIC = addresses.pypi.tokenLocation;
const TEST = addresses.testpypi.tokenLocation;

describe('addresses that are taken', () => {
  test.each([
    ['https://pkg.example/', 'https://pkg.example/'],
    ['https://pkg.example', 'https://pkg.example/'],
    ['https://pkg.example/legacy/', 'https://pkg.example/legacy/'],
    ['https://pkg.example/team/simple/', 'https://pkg.example/team/simple/'],
    ['HTTPS://PKG.Example/Team/', 'https://pkg.example/Team/'],
    ['https://pkg.example:8443/x/', 'https://pkg.example:8443/x/'],
    ['https://pkg.example:443/x/', 'https://pkg.example/x/'],
    ['https://a-b.c-d.example/', 'https://a-b.c-d.example/'],
    ['https://intranet/pypi/', 'https://intranet/pypi/'],
    ['https://xn--e1afmkfd.example/', 'https://xn--e1afmkfd.example/'],
    ['https://192.0.2.7/', 'https://192.0.2.7/'],
    ['https://[2001:db8::7]/', 'https://[2001:db8::7]/'],
    ['https://[2001:DB8:0:0:0:0:0:7]:8443/', 'https://[2001:db8:0:0:0:0:0:7]:8443/'],
    ['https://pkg.example/a%20b/(x)/~y/z;v=1/', 'https://pkg.example/a%20b/(x)/~y/z;v=1/'],
    ['https://pkg.example/user@team/', 'https://pkg.example/user@team/'],
    ['https://pkg.example/.hidden/..x/', 'https://pkg.example/.hidden/..x/'],
    ['http://localhost/', 'http://localhost/'],
    ['http://localhost:3141/root/', 'http://localhost:3141/root/'],
    ['http://index.localhost:80/', 'http://index.localhost/'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
    ['http://127.255.0.9/', 'http://127.255.0.9/'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
    [`https://${PUBLIC}.example/`, `https://${PUBLIC}.example/`],
    [`https://not${PUBLIC}/`, `https://not${PUBLIC}/`],
  ])('%s', (url, spelled) => {
    const { profiles, problems } = readCustomIndexes([{ name: 'Team', uploadUrl: url, readUrl: url }]);
    expect(problems).toEqual([]);
    expect(profiles[0]).toMatchObject({ uploadUrl: spelled, readUrl: spelled });
  });
});

describe('addresses that are refused', () => {
  test.each([
    ['', 'is empty'],
    ['pkg.example', 'does not start with https://'],
    ['//pkg.example/', 'does not start with https://'],
    ['ftp://pkg.example/', 'does not start with https://'],
    ['file:///etc/passwd', 'does not start with https://'],
    ['javascript:alert(1)', 'does not start with https://'],
    ['https:/pkg.example/', 'does not start with https://'],
    ['https:///path', 'is no web address'],
    ['https://', 'is no web address'],
    ['https://:8080/', 'is no web address'],
    ['https://pkg.example:/', 'is no web address'],
    ['https://pkg.example:80:80/', 'is no web address'],
    ['https://pkg.example:https/', 'is no web address'],
    ['https://[::1/', 'is no web address'],
    ['https://[::1]x/', 'is no web address'],
    ['http://pkg.example/', 'plain http'],
    ['http://192.0.2.7/', 'plain http'],
    ['http://128.0.0.1/', 'plain http'],
    ['http://[::2]/', 'plain http'],
    ['http://localhost.example/', 'plain http'],
    ['http://notlocalhost/', 'plain http'],
    ['https://user@pkg.example/', 'user name or password'],
    ['https://user:secret@pkg.example/', 'user name or password'],
    ['https://:@pkg.example/', 'user name or password'],
    [`https://${PUBLIC}@pkg.example/`, 'user name or password'],
    ['https://pkg.example/?token=x', 'query or a fragment'],
    ['https://pkg.example?', 'query or a fragment'],
    ['https://pkg.example/#x', 'query or a fragment'],
    ['https://pkg.example\\@evil.example/', 'backslash'],
    ['https://pkg.example/a\\b', 'backslash'],
    ['https://pkg.example/ ', 'white space'],
    [' https://pkg.example/', 'white space'],
    ['https://pkg.example/\n', 'white space'],
    ['https://pkg.exa\tmple/', 'white space'],
    ['https://пример.example/', 'xn--'],
    ['https://pkg.example／x/', 'xn--'],
    ['https://pkg。example/', 'xn--'],
    ['https://pkg.exam\u200bple/', 'xn--'],
    ['https://pkg..example/', 'no valid host'],
    ['https://pkg.example./', 'no valid host'],
    ['https://.example/', 'no valid host'],
    ['https://-pkg.example/', 'no valid host'],
    ['https://pkg_1.example/', 'no valid host'],
    ['https://pkg%2eexample/', 'no valid host'],
    [`https://${'a'.repeat(64)}.example/`, 'no valid host'],
    ['https://127.1/', 'no valid host'],
    ['https://2130706433/', 'no valid host'],
    ['https://0x7f.0.0.1/', 'no valid host'],
    ['https://0177.0.0.1/', 'no valid host'],
    ['http://127.0.0.0x1/', 'no valid host'],
    ['https://256.0.0.1/', 'no valid host'],
    ['https://1.2.3.4.5/', 'no valid host'],
    ['https://[::ffff:127.0.0.1]/', 'no valid host'],
    ['https://[fe80::1%25eth0]/', 'no valid host'],
    ['https://[1::2::3]/', 'no valid host'],
    ['https://[1:2:3]/', 'no valid host'],
    ['https://[]/', 'no valid host'],
    ['https://pkg.example:0/', 'no valid port'],
    ['https://pkg.example:65536/', 'no valid port'],
    ['https://pkg.example:0443/', 'no valid port'],
    ['https://pkg.example/a/../b/', 'two ways'],
    ['https://pkg.example/./', 'two ways'],
    ['https://pkg.example/a/%2E%2e', 'two ways'],
    ['https://pkg.example/%zz/', 'two ways'],
    ['https://pkg.example/a"b/', 'two ways'],
    [addresses.pypi.uploadUrl, 'an address of PyPI'],
    [addresses.pypi.readUrl, 'an address of PyPI'],
    [addresses.pypi.uploadUrl.toUpperCase().replace('HTTPS', 'https'), 'an address of PyPI'],
    [`https://www.${PUBLIC}/`, 'an address of PyPI'],
    [`https://${PUBLIC}:8443/`, 'an address of PyPI'],
    [addresses.testpypi.uploadUrl, 'an address of TestPyPI'],
    [`https://${TEST}`, 'an address of TestPyPI'],
  ])('%j', (url, reason) => {
    const upload = readCustomIndexes([{ name: 'Team', uploadUrl: url, readUrl: 'https://pkg.example/' }]);
    const read = readCustomIndexes([{ name: 'Team', uploadUrl: 'https://pkg.example/', readUrl: url }]);
    expect([...upload.profiles, ...read.profiles]).toEqual([]);
    expect(upload.problems.join()).toMatch(/^countersign\.indexes, entry 1: "uploadUrl" /);
    expect(upload.problems.join()).toContain(reason);
    expect(read.problems.join()).toContain(`"readUrl" `);
    expect(read.problems.join()).toContain(reason);
  });
});

describe('names', () => {
  test.each(['Team', 'team-2', 'Company PyPI', 'PyPI mirror', 'A (staging)', 'a', 'x.y_z'])('%j is taken', name => {
    expect(readCustomIndexes([entry({ name })])).toMatchObject({ profiles: [{ name }], problems: [] });
  });

  test.each([
    ['', 'is empty'],
    ['  ', 'is empty'],
    [' Team', 'can be mistaken'],
    ['Team\n', 'can be mistaken'],
    ['РyРI', 'can be mistaken'],
    ['Team\u202e', 'Team\\u{202e}'],
    ['$(check) Team', 'can be mistaken'],
    ['x'.repeat(41), 'can be mistaken'],
    ['PyPI', 'looks like PyPI'],
    ['pypi', 'looks like PyPI'],
    ['PyPl', 'looks like PyPI'],
    ['PyP1', 'looks like PyPI'],
    ['Py-PI', 'looks like PyPI'],
    ['Py PI', 'looks like PyPI'],
    ['Test PyPI', 'looks like TestPyPI'],
    ['test.pypl', 'looks like TestPyPI'],
    ['rehearsa1', 'looks like Rehearsal'],
    [PUBLIC, 'looks like'],
  ])('%j is refused', (name, reason) => {
    const { profiles, problems } = readCustomIndexes([entry({ name })]);
    expect(profiles).toEqual([]);
    expect(problems.join()).toContain(reason);
  });

  test('of two that look alike the first is taken', () => {
    const { profiles, problems } = readCustomIndexes([entry({ name: 'Team' }), entry({ name: 'team.' + 'x' }), entry({ name: 'TEAM' })]);
    expect(profiles.map(profile => profile.name)).toEqual(['Team', 'team.x']);
    expect(problems).toEqual(['countersign.indexes, entry 3: the name "TEAM" is taken, or looks like one that is. Choose another name.']);
  });
});

describe('shapes', () => {
  test.each<[string, unknown, string]>([
    ['no list', {}, 'not a list'],
    ['nothing', null, 'not a list'],
    ['an entry that is no object', ['x'], 'entry 1: it is no object'],
    ['an entry that is null', [null], 'entry 1: it is no object'],
    ['a missing key', [{ name: 'Team', uploadUrl: 'https://pkg.example/' }], '"readUrl" is missing'],
    ['a number', [entry({ name: 7 })], '"name" is no text'],
    ['a password', [entry({ password: 'x' })], '"password" is not known'],
    ['a user name with a colon', [entry({ username: 'a:b' })], '"username" is empty, or has a colon'],
    ['an empty user name', [entry({ username: '' })], '"username" is empty'],
    ['a user name with a line break', [entry({ username: 'a\r\nb' })], '"username" is empty'],
  ])('%s is refused', (_, setting, reason) => {
    const { profiles, problems } = readCustomIndexes(setting);
    expect(profiles).toEqual([]);
    expect(problems.join()).toContain(reason);
  });

  test('no entries are no problem', () => {
    expect(readCustomIndexes([])).toEqual({ profiles: [], problems: [] });
  });

  test('a broken entry does not take the others along', () => {
    expect(readCustomIndexes([7, entry({})]).profiles).toHaveLength(1);
  });

  test('a profile needs nothing more', () => {
    const setting = [{ name: 'Team', uploadUrl: 'https://pkg.example/upload', readUrl: 'https://pkg.example/simple', username: 'ci' }];
    expect(readCustomIndexes(setting).profiles).toEqual([
      {
        kind: 'private',
        name: 'Team',
        uploadUrl: 'https://pkg.example/upload',
        readUrl: 'https://pkg.example/simple/',
        username: 'ci',
        projectUrl: null,
        tokenLocation: null,
      },
    ]);
    expect(readCustomIndexes([entry({})]).profiles[0]?.username).toBe('__token__');
  });
});

function entry(over: Readonly<Record<string, unknown>>): unknown {
  return { name: 'Team', uploadUrl: 'https://pkg.example/upload/', readUrl: 'https://pkg.example/simple/', ...over };
}
