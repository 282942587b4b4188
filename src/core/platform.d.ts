/** The part of the platform's cancel signal that the pure rooms use; elsewhere it merges with the full type. */
interface AbortSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}
