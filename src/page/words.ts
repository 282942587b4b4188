import type { IndexKind } from '../core/indexes/indexProfile.ts';

/** Decimal units, as indexes show them. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${value.toFixed(1)} ${unit}`;
}

/** In the person's own time zone. */
export function timeOfDay(time: number): string {
  return new Date(time).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/** To the minute, for what is minutes away. */
export function minuteOfDay(time: number): string {
  return new Date(time).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
}

/** What publishing to an index of this kind means, beside its name. */
export const indexMeanings: Readonly<Record<IndexKind, { readonly badge: string; readonly meaning: string; readonly footnote: string }>> = {
  pypi: {
    badge: 'The real index',
    meaning: 'Everybody can install what you upload here.',
    footnote: 'You approve exactly these files. A file name on PyPI is used once and for all.',
  },
  testpypi: {
    badge: 'A test index',
    meaning: 'Public, for trying out. It is cleared from time to time.',
    footnote: 'You approve exactly these files. On TestPyPI, too, a file name is used once.',
  },
  rehearsal: {
    badge: 'A rehearsal',
    meaning: 'The built-in index. Nothing leaves this computer.',
    footnote: 'You approve exactly these files. They are sent to this computer only and forgotten afterwards.',
  },
  private: {
    badge: 'A private index',
    meaning: 'Compare its address with the one you expect.',
    footnote: 'You approve exactly these files, for exactly this address.',
  },
};
