import * as v from 'valibot';

import type { Advisory } from '../core/indexFacts/indexFacts.ts';
import type { ProjectListing } from '../core/indexFacts/projectListing.ts';

/** What is kept of a project's page: its own form, so that an older version's entry does not pass for it. */
export type KeptPage =
  { readonly kind: 'listed'; readonly listing: ProjectListing } | { readonly kind: 'absent' } | { readonly kind: 'closed' };

const listingSchema: v.GenericSchema<unknown, ProjectListing> = v.object({
  status: v.picklist(['active', 'archived', 'quarantined', 'deprecated']),
  statusReason: v.nullable(v.string()),
  releases: v.array(
    v.object({
      version: v.string(),
      yanked: v.nullable(v.string()),
      uploadedAt: v.nullable(v.number()),
      requiresPython: v.nullable(v.string()),
      files: v.array(v.object({ filename: v.string(), sha256: v.nullable(v.string()), provenanceUrl: v.nullable(v.string()) })),
    }),
  ),
});

export const pageSchema: v.GenericSchema<unknown, KeptPage> = v.variant('kind', [
  v.object({ kind: v.literal('listed'), listing: listingSchema }),
  v.object({ kind: v.literal('absent') }),
  v.object({ kind: v.literal('closed') }),
]);

export const advisorySchema: v.GenericSchema<unknown, Advisory> = v.object({
  id: v.string(),
  aliases: v.array(v.string()),
  summary: v.string(),
  isMalware: v.boolean(),
  severity: v.nullable(v.picklist(['low', 'moderate', 'high', 'critical'])),
  affected: v.array(v.string()),
  fixedIn: v.array(v.string()),
  publishedAt: v.nullable(v.number()),
  reportedBy: v.array(v.string()),
});
