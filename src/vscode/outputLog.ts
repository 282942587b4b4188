import * as vscode from 'vscode';

import type { Log } from '../app/ports.ts';
import { redact } from '../core/text/redact.ts';
import { visibleText } from '../core/text/visibleText.ts';

/** The extension's log: the one sink, where secrets are taken out and untrusted text is made visible. */
export function createOutputLog(): Log & vscode.Disposable & { show(): void } {
  const channel = vscode.window.createOutputChannel('Countersign', { log: true });
  const line = (text: string): string => visibleText(redact(text));
  return {
    info: text => channel.info(line(text)),
    failure: failure => channel.error(line(`${failure.code}: ${failure.detail}${causeOf(failure)}`)),
    show: () => channel.show(true),
    dispose: () => channel.dispose(),
  };
}

function causeOf(failure: Error): string {
  return failure.cause instanceof Error ? ` (${failure.cause.stack ?? failure.cause.message})` : '';
}
