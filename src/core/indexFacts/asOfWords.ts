const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** How old the facts are, for the end of a message, with a blank before it; empty where there is no telling. Milliseconds since 1970. */
export function asOfWords(asOf: number | null): string {
  if (asOf === null || !isTime(asOf)) return '';
  return ` (index data of ${dayWords(asOf)}, ${new Date(asOf).toISOString().slice(11, 16)} UTC)`;
}

/** A day as a person writes it, in UTC: 22 Nov 2026. */
export function dayWords(time: number): string {
  const date = new Date(time);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

function isTime(time: number): boolean {
  return !Number.isNaN(new Date(time).getTime());
}
