import { remembered } from '../text/remembered.ts';
import { trimWhite } from './whiteSpace.ts';

/** A version taken apart (PEP 440). Numbers are digits without leading zeros: a date with a time in it is longer than a `number` holds exactly. */
export interface VersionParts {
  readonly epoch: string;
  readonly release: readonly string[];
  readonly pre: { readonly letter: 'a' | 'b' | 'rc'; readonly number: string } | null;
  readonly post: string | null;
  readonly dev: string | null;
  /** Lower case. */
  readonly local: readonly string[] | null;
}

const VERSION = new RegExp(
  [
    '^v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\\.[0-9]+)*)',
    '(?:[-_.]?(?<preLetter>alpha|beta|preview|pre|a|b|c|rc)[-_.]?(?<preNumber>[0-9]*))?',
    '(?:-(?<bareNumber>[0-9]+)|[-_.]?(?<postLetter>post|rev|r)[-_.]?(?<postNumber>[0-9]*))?',
    '(?:[-_.]?(?<devLetter>dev)[-_.]?(?<devNumber>[0-9]*))?',
    '(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$',
  ].join(''),
  'i',
);

/** Null where the text is no version. White space around it is ignored. */
export const readVersionParts = remembered(read);

function read(text: string): VersionParts | null {
  const groups = VERSION.exec(trimWhite(text))?.groups;
  if (groups === undefined) return null;
  return {
    epoch: digits(groups['epoch']),
    release: (groups['release'] ?? '').split('.').map(digits),
    pre: groups['preLetter'] === undefined ? null : { letter: shortLetter(groups['preLetter']), number: digits(groups['preNumber']) },
    post: postNumber(groups),
    dev: groups['devLetter'] === undefined ? null : digits(groups['devNumber']),
    local: groups['local'] === undefined ? null : groups['local'].toLowerCase().split(/[-_.]/).map(localSegment),
  };
}

function shortLetter(letter: string): 'a' | 'b' | 'rc' {
  const first = letter.charAt(0).toLowerCase();
  return first === 'a' || first === 'b' ? first : 'rc';
}

function postNumber(groups: Readonly<Record<string, string | undefined>>): string | null {
  if (groups['bareNumber'] !== undefined) return digits(groups['bareNumber']);
  return groups['postLetter'] === undefined ? null : digits(groups['postNumber']);
}

function localSegment(segment: string): string {
  return /^[0-9]+$/.test(segment) ? digits(segment) : segment;
}

/** A number that is left out counts as 0 (PEP 440, implicit pre-release, post-release and development numbers). */
function digits(written: string | undefined): string {
  return (written ?? '').replace(/^0+/, '') || '0';
}
