import * as vscode from 'vscode';

import type { Log } from '../app/ports.ts';
import { redact } from '../core/text/redact.ts';
import { visibleText } from '../core/text/visibleText.ts';

/** The extension's log: the one sink, where secrets are taken out and untrusted text is made visible, line by line. */
export interface OutputLog extends Log {
  show(): void;
  dispose(): void;
}

export function createOutputLog(): OutputLog {
  const channel = vscode.window.createOutputChannel('Countersign', { log: true });
  const line = (text: string): string => redact(text).split(/\r?\n/).map(visibleText).join('\n');
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
