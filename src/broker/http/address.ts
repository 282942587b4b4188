/** Under which name a browser reaches the page, in the forms that its requests must carry exactly. */
export interface PageAddress {
  /** Also the relying party of the page's security keys. */
  readonly hostName: string;
  /** `name:port`, as in the `Host` header. */
  readonly host: string;
  readonly origin: string;
}

export function pageAddress(hostName: string, port: number): PageAddress {
  const host = `${hostName}:${port}`;
  return { hostName, host, origin: `http://${host}` };
}
