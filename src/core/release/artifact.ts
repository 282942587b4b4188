/** One file of a release, as it lies in the staging folder. */
export interface Artifact {
  readonly filename: string;
  readonly kind: 'sdist' | 'wheel';
  /** In bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}
