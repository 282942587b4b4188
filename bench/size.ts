import type { Row } from './support/row.ts';
import type { PackedExtension } from './support/packed.ts';

const MOST_BYTES = 1024 * 1024;

export function measureSize({ bytes }: PackedExtension): Row {
  return {
    what: 'Size of the `.vsix`',
    target: '≤ 1 MB',
    measured: `${(bytes / 1024).toFixed(0)} kB`,
    beside: '',
    isMet: bytes <= MOST_BYTES,
  };
}
