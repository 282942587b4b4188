/** `strict`: whether to look for faults of TOML, too, which takes longer than a keystroke may. */
export interface ReadingOptions {
  readonly strict: boolean;
}
