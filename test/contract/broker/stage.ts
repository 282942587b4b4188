import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';

import type { IndexProfile } from '../../../src/core/indexes/indexProfile.ts';
import type { CountersignMessage, StartMessage } from '../../../src/core/messages/brokerMessages.ts';
import { launchBrowser } from './browser.ts';
import { ForkedBroker } from './forkedBroker.ts';
import { makeRoom, type Room } from './room.ts';

export interface Opened {
  readonly broker: ForkedBroker;
  readonly url: string;
}

/** For a file of tests: one real browser, and for each test a room of its own and as many brokers as it publishes. */
export interface Stage {
  readonly browser: Browser;
  readonly room: Room;
  publish(profile: IndexProfile, changes?: Partial<CountersignMessage>, start?: Partial<StartMessage>): Promise<Opened>;
}

/** Registers the hooks. What it returns is filled in when a test runs. */
export function setStage(): Stage {
  const stage = { brokers: [] as ForkedBroker[], browser: null as Browser | null, room: null as Room | null };
  beforeAll(async () => void (stage.browser = await launchBrowser()));
  afterAll(() => stage.browser?.close());
  beforeEach(async () => void (stage.room = await makeRoom()));
  afterEach(async () => {
    await Promise.all(stage.brokers.splice(0).map(broker => broker.stop()));
    await Promise.all((stage.browser?.contexts() ?? []).map(context => context.close()));
    await stage.room?.remove();
  });
  return {
    get browser() {
      return set(stage.browser);
    },
    get room() {
      return set(stage.room);
    },
    async publish(profile, changes = {}, start = {}) {
      const broker = await ForkedBroker.start();
      stage.brokers.push(broker);
      broker.send({ ...set(stage.room).start, ...start });
      broker.send(set(stage.room).countersign(profile, changes));
      return { broker, url: (await broker.next('page-open')).url };
    },
  };
}

function set<T>(value: T | null): T {
  if (value === null) throw new Error('only within a test');
  return value;
}

/** Waits for the page's heading, by which each of its states is told. */
export function heading(page: Page, name: string): Promise<void> {
  return page.getByRole('heading', { level: 1, name }).waitFor();
}

export function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}
