import { parseMarker } from './parseMarker.ts';

export { canHoldTogether } from './canHoldTogether.ts';
export { parseMarker } from './parseMarker.ts';

export function isMarkerValid(text: string): boolean {
  return parseMarker(text).problem === null;
}
