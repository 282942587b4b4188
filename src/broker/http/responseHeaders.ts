/** On every response, whatever it is: nothing may frame it, keep it, guess its type or learn its address. */
export const commonHeaders = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissions(),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
} as const;

/** For the page: its own script and style by nonce, its own requests, and no way to turn text into markup. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    'img-src data:',
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function permissions(): string {
  const own = ['publickey-credentials-get', 'publickey-credentials-create', 'clipboard-write'];
  const none = ['camera', 'microphone', 'geolocation', 'display-capture', 'usb', 'hid', 'serial', 'bluetooth', 'payment', 'clipboard-read'];
  return [...own.map(name => `${name}=(self)`), ...none.map(name => `${name}=()`)].join(', ');
}
