import type { SpecifierClause } from '../documents/requirement.ts';
import type { Range } from '../toml/scanToml.ts';

/** A dependency as PEP 508 writes it, taken apart. Ranges are offsets into the text that was given. */
export interface ParsedRequirement {
  /** As written; null where there is none to read. */
  readonly name: string | null;
  readonly nameRange: Range | null;
  /** As written, in their order. */
  readonly extras: readonly string[];
  /** With the brackets. */
  readonly extrasRange: Range | null;
  readonly clauses: readonly WrittenClause[];
  /** Of all clauses, without parentheses around them; empty, where one could be inserted, if there are none. Null beside a URL, or without a name. */
  readonly specifierRange: Range | null;
  readonly url: string | null;
  readonly urlRange: Range | null;
  /** As written, without white space around it; kept when it is invalid. */
  readonly marker: string | null;
  readonly markerRange: Range | null;
  /** The first fault; null where `packaging` takes the text. */
  readonly problem: SyntaxProblem | null;
}

/** A clause where it stands. */
export interface WrittenClause extends SpecifierClause {
  readonly range: Range;
}

/** Why a text is not what the standard asks for, and where. `repair` is what was most likely meant. */
export interface SyntaxProblem {
  readonly message: string;
  readonly range: Range;
  readonly repair: RangeRepair | null;
}

export interface RangeRepair {
  readonly title: string;
  readonly range: Range;
  readonly newText: string;
}
