/** The next whole number, of any length, as digits. */
export function increment(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charAt(end - 1) === '9') end -= 1;
  const raised = end === 0 ? '1' : digits.slice(0, end - 1) + String(Number(digits.charAt(end - 1)) + 1);
  return raised + '0'.repeat(digits.length - end);
}
