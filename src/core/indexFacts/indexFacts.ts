/** What indexes and advisory databases tell of the packages that a project names. Only what was asked is in it. */
export interface IndexFacts {
  /** By normalised name. Missing: not asked (a private name, not allowed yet, no answer). */
  readonly packages: ReadonlyMap<string, PackageFacts>;
  /** When the oldest answer was fetched, in milliseconds since 1970; null without any. */
  readonly asOf: number | null;
}

export interface PackageFacts {
  readonly name: string;
  /** `absent`: the index answered 404, twice. */
  readonly kind: 'listed' | 'absent';
  /** As a person knows it: "PyPI", or the host. */
  readonly indexName: string;
  /** Whether every index was asked that an installer may take it from. Where not, what is missing here may be elsewhere. */
  readonly isComplete: boolean;
  /** PEP 792. */
  readonly status: 'active' | 'archived' | 'quarantined' | 'deprecated';
  readonly statusReason: string | null;
  /** Oldest first, by PEP 440. */
  readonly releases: readonly ReleaseFacts[];
  readonly advisories: readonly Advisory[];
}

export interface ReleaseFacts {
  readonly version: string;
  /** All its files are yanked; the reason may be empty. Null: not yanked. */
  readonly yanked: string | null;
  /** Of its first file, in milliseconds since 1970; null where the index tells none. */
  readonly uploadedAt: number | null;
  /** A specifier, as the first of its files that has one says it. */
  readonly requiresPython: string | null;
  /** Who published it, by its attestations: "GitHub owner/repository". Null where that was not asked, or nothing says it. */
  readonly publisher: string | null;
  readonly files: readonly { readonly filename: string; readonly sha256: string | null; readonly hasProvenance: boolean }[];
}

/** From OSV's form: the index's own and OSV's are joined by id and alias. */
export interface Advisory {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  /** Ids `MAL-…`. */
  readonly isMalware: boolean;
  readonly severity: 'low' | 'moderate' | 'high' | 'critical' | null;
  /** PEP 440 specifiers, of `>=`, `<`, `<=` and `==`, compared as OSV does: by order alone. A version that one of them contains is affected. Empty: all are. */
  readonly affected: readonly string[];
  /** First repaired versions. */
  readonly fixedIn: readonly string[];
  /** Milliseconds since 1970. */
  readonly publishedAt: number | null;
  /** Who found it, as far as the report tells. */
  readonly reportedBy: readonly string[];
}
