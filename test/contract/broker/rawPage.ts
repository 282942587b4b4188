import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

import { routes, sessionHeader, type ApprovalView, type PageState, type SessionAnswer } from '../../../src/core/messages/pageMessages.ts';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly address?: '127.0.0.1' | '::1';
}

/** The page's side of the conversation without a browser: every header is the test's own. */
export class RawPage {
  readonly url: URL;
  readonly states: PageState[] = [];
  session = '';
  #stream: IncomingMessage | null = null;

  constructor(url: string) {
    this.url = new URL(url);
  }

  get ticket(): string {
    return this.url.hash.slice(1);
  }

  /** What a browser sends with a POST of the page itself. */
  get ownHeaders(): Record<string, string> {
    return { origin: this.url.origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  }

  ask({ method = 'GET', path = '/', headers = {}, body, address = '127.0.0.1' }: RawRequest): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      const call = request({ host: address, port: this.url.port, method, path, headers: { host: this.url.host, ...headers } }, response => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      call.on('error', reject);
      call.end(body);
    });
  }

  post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<RawAnswer> {
    return this.ask({
      method: 'POST',
      path,
      headers: { ...this.ownHeaders, [sessionHeader]: this.session, ...headers },
      body: JSON.stringify(body),
    });
  }

  async postJson<T>(path: string, body: object): Promise<T> {
    return JSON.parse((await this.post(path, body)).body) as T;
  }

  /** Trades the ticket in and starts watching. */
  async enter(): Promise<ApprovalView> {
    const answer = await this.postJson<SessionAnswer>(routes.session, { ticket: this.ticket });
    this.session = answer.session;
    await this.watch();
    return answer.view;
  }

  watch(): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = { host: this.url.host, ...this.ownHeaders, [sessionHeader]: this.session };
      const call = request({ host: '127.0.0.1', port: this.url.port, method: 'POST', path: routes.watch, headers }, response => {
        this.#stream = response;
        response.on('data', (chunk: Buffer) => this.#note(chunk.toString()));
        response.on('error', () => {});
        resolve();
      });
      call.on('error', reject);
      call.end('{}');
    });
  }

  /** As when the tab is closed. */
  leave(): void {
    this.#stream?.destroy();
  }

  #note(text: string): void {
    this.states.push(
      ...text
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line) as PageState),
    );
  }
}
