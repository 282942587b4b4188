/** Where the person's browser would find a port of the machine that the extension runs on. */
export interface PageReach {
  /** VS Code itself runs in a browser. */
  readonly isWeb: boolean;
  /** The window belongs to another machine, a container or a subsystem. */
  readonly isRemote: boolean;
  /** Host and port of the page, as the broker serves it. */
  readonly served: string;
  /** Host and port under which VS Code says that the browser reaches it. */
  readonly reached: string;
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/.*)?$/;

/**
 * Whether the page can be opened under its own name: a security key knows it by that, and a page that was led through
 * another address would be another page to it.
 */
export function reachesPage({ isWeb, isRemote, served, reached }: PageReach): boolean {
  if (isWeb) return LOOPBACK.test(reached);
  return !isRemote || reached === served;
}
