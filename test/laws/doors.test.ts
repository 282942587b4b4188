import { describe, expect, test } from 'vitest';

import { filesIn, lineCount, rootFiles } from './repositoryFiles.ts';

describe('a door only builds the adapters and hands them in: under 100 lines', () => {
  const doors = filesIn('src').filter(path => /^src\/[^/]+\.ts$/.test(path));

  test.each(doors)('%s', path => {
    expect(lineCount(path)).toBeLessThan(100);
  });

  test('there are five', () => {
    expect(doors.toSorted()).toEqual(['src/brokerMain.ts', 'src/cli.ts', 'src/editing.ts', 'src/extension.ts', 'src/publishing.ts']);
  });
});

test('no file of code is longer than 300 lines', () => {
  const files = [...filesIn('src', 'scripts', 'test', 'bench'), ...rootFiles(/\.(?:[cm]?js|ts)$/)].filter(path =>
    /\.(?:[cm]?js|ts|py)$/.test(path),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter(path => lineCount(path) > 300)).toEqual([]);
});
