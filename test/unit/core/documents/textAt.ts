import { linesOf } from '../../../../src/core/text/lines.ts';
import type { TextEdit } from '../../../../src/core/checks/check.ts';
import type { Span } from '../../../../src/core/text/span.ts';

/** What stands in the text where a span says; null for no span. */
export function textAt(text: string, span: Span | null): string | null {
  if (span === null) return null;
  const { offsetAt } = linesOf(text);
  return text.slice(offsetAt(span.start), offsetAt(span.end));
}

/** The text with one edit made. */
export function edited(text: string, { span, newText }: TextEdit): string {
  const { offsetAt } = linesOf(text);
  return text.slice(0, offsetAt(span.start)) + newText + text.slice(offsetAt(span.end));
}
