import * as vscode from 'vscode';

import type { Progress } from '../app/ports.ts';
import { publish, type Destination } from '../app/publish.ts';
import type { ReleaseSource } from '../app/stageRelease.ts';
import type { World } from '../app/world.ts';
import { Cancelled, Failure } from '../core/failure.ts';
import { explainFailure } from '../core/outcome/explainFailure.ts';
import { explainOutcome, type Explanation } from '../core/outcome/explainOutcome.ts';
import type { PublishOutcome } from '../core/outcome/publishOutcome.ts';
import { visibleText } from '../core/text/visibleText.ts';
import type { Messages } from './messages.ts';

export interface PublisherOptions {
  readonly createWorld: (progress: Progress) => World;
  readonly messages: Messages;
  readonly log: { failure(failure: Failure): void };
  /** Called when the managed environment was changed on disk, so that the next run installs it anew. */
  readonly discardEnvironment: () => Promise<void>;
}

/** What a person asked for, in words and as data. */
export interface PublishOrder {
  readonly title: string;
  readonly source: ReleaseSource;
  readonly destination: Destination;
}

/** Runs one publish at a time, with progress and a way to cancel, and says how it ended in one message. */
export class Publisher {
  readonly #options: PublisherOptions;
  #running = false;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** Null where it did not come to an outcome: a failure was told, or the person cancelled. */
  async run(order: PublishOrder): Promise<PublishOutcome | null> {
    if (this.#running) {
      await this.#options.messages.say({
        tone: 'neutral',
        message: 'Another release is being published in this window. Finish or cancel it first.',
      });
      return null;
    }
    this.#running = true;
    const ended = await this.#publish(order)
      .catch(asFailure)
      .finally(() => (this.#running = false));
    if (ended instanceof Cancelled) return null;
    void (ended instanceof Failure ? this.#tellFailure(ended, order) : this.#tell(ended, order));
    return ended instanceof Failure ? null : ended;
  }

  async #publish(order: PublishOrder): Promise<PublishOutcome> {
    const options = { location: vscode.ProgressLocation.Notification, title: order.title, cancellable: true };
    return vscode.window.withProgress(options, (shown, token) => {
      const cancel = new AbortController();
      token.onCancellationRequested(() => cancel.abort(new Cancelled()));
      const world = this.#options.createWorld({ report: message => shown.report({ message: visibleText(message) }) });
      return publish(world, { source: order.source, destination: order.destination, explain: pageEnding }, cancel.signal);
    });
  }

  async #tell(outcome: PublishOutcome, order: PublishOrder): Promise<void> {
    const step = await this.#options.messages.say(explainOutcome(outcome));
    if (step === 'again') await this.run(order);
    if (step === 'resume' && outcome.kind === 'partly') await this.run(resumeOrder(outcome));
  }

  async #tellFailure(failure: Failure, order: PublishOrder): Promise<void> {
    this.#options.log.failure(failure);
    if (failure.code === 'environment-changed') await this.#options.discardEnvironment();
    const step = await this.#options.messages.say(explainFailure(failure));
    if (step === 'again') await this.run(order);
  }
}

/** The very same bytes to the same index, as far as they are not there: a new approval, no new build. */
export function resumeOrder(half: Extract<PublishOutcome, { kind: 'partly' }>): PublishOrder {
  return {
    title: `Publishing the rest of ${visibleText(half.project)} ${visibleText(half.version)} to ${visibleText(half.profile.name)}`,
    source: { kind: 'staged', folder: half.folder, digest: half.digest, profile: half.profile },
    destination: { kind: 'profile', profile: half.profile },
  };
}

function pageEnding(outcome: PublishOutcome): {
  tone: Explanation['tone'];
  title: string;
  detail: string;
  link: { title: string; url: string } | null;
  resumable: boolean;
} {
  const { tone, title, message, next } = explainOutcome(outcome);
  const link = next?.do === 'open' ? { title: next.title, url: next.url } : null;
  return { tone, title, detail: message, link, resumable: outcome.kind === 'partly' };
}

/** What nobody foresaw is told as well: an unhandled error would leave a person with nothing. */
function asFailure(error: unknown): Failure | Cancelled {
  if (error instanceof Failure || error instanceof Cancelled) return error;
  return new Failure('unexpected', '', { cause: error });
}
