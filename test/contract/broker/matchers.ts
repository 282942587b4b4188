import { expect } from 'vitest';

/** `expect.stringContaining`, without the `any` that would spread from it. */
export function containing(text: string): unknown {
  return expect.stringContaining(text);
}
