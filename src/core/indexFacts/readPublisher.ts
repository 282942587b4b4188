import * as v from 'valibot';

const text = v.fallback(v.nullable(v.string()), null);
const provenanceSchema = v.object({
  attestation_bundles: v.array(v.object({ publisher: v.object({ kind: v.string(), repository: text, email: text, actor: text }) })),
});

const LONGEST = 150;

/** Who published a file, from its provenance as the index gives it (PEP 740): "GitHub owner/repository". Null where it does not say. Read, not verified. */
export function readPublisher(provenance: unknown): string | null {
  const read = v.safeParse(provenanceSchema, provenance);
  const publisher = read.success ? read.output.attestation_bundles.at(0)?.publisher : undefined;
  if (publisher === undefined) return null;
  const who = publisher.repository ?? publisher.email ?? publisher.actor;
  return (who === null ? publisher.kind : `${publisher.kind} ${who}`).slice(0, LONGEST);
}
