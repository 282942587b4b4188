import { encode } from 'uqr';

const SVG = 'http://www.w3.org/2000/svg';
const QUIET_ZONE = 4;

/** Drawn as one path in the page itself: the secret in it goes through no image address and no other program. */
export function qrCode(text: string, label: string): SVGSVGElement {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('class', 'qr');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('shape-rendering', 'crispEdges');
  svg.append(path('qr-light', `M0 0h${size}v${size}h-${size}z`), path('qr-dark', darkModules(data)));
  return svg;
}

function darkModules(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}

function path(kind: string, shape: string): SVGPathElement {
  const built = document.createElementNS(SVG, 'path');
  built.setAttribute('class', kind);
  built.setAttribute('d', shape);
  return built;
}
