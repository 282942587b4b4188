import type { Broker, Index, IndexListing, ReleaseRecord } from '../../src/app/ports.ts';
import type { World } from '../../src/app/world.ts';
import { Cancelled, Failure } from '../../src/core/failure.ts';
import { rehearsalProfile } from '../../src/core/indexes/indexProfile.ts';
import type { NotApprovedReason, UploadOutcome } from '../../src/core/messages/brokerMessages.ts';
import { readNameList } from '../../src/core/names/nameList.ts';
import { markCountersigned } from '../../src/core/release/releasePlan.ts';
import { memoryFiles } from './memoryFiles.ts';
import { memoryProjectFiles } from './memoryProjectFiles.ts';

/** How the world answers in one test. A list is used up, its last element stays. */
export interface Script {
  readonly files?: Readonly<Record<string, string>>;
  /** What the build writes: file name → metadata. */
  readonly built?: Readonly<Record<string, string>>;
  /** The list of names, as it ships. */
  readonly names?: string;
  readonly listings?: readonly (IndexListing | Failure)[];
  readonly approval?: 'approved' | NotApprovedReason;
  readonly uploads?: Readonly<Record<string, UploadOutcome | Failure>>;
}

export interface FakeWorld extends World {
  readonly files: ReturnType<typeof memoryFiles>;
  /** What was asked of the broker, in order. */
  readonly told: string[];
  readonly recorded: ReleaseRecord[];
}

export function fakeWorld(script: Script): FakeWorld {
  const files = memoryFiles(script.files ?? {});
  const told: string[] = [];
  const recorded: ReleaseRecord[] = [];
  let now = 0;
  return {
    files,
    projectFiles: memoryProjectFiles(script.files ?? {}),
    told,
    recorded,
    builder: {
      build: async (_project, into) =>
        Object.entries(script.built ?? {}).forEach(([name, text]) => files.content.set(`${into}/${name}`, text)),
    },
    index: scriptedIndex(script.listings ?? [{ kind: 'absent' }]),
    rehearsalIndex: {
      start: async () => ({
        profile: rehearsalProfile({
          uploadUrl: 'http://127.0.0.1:1/',
          readUrl: 'http://127.0.0.1:1/simple/',
          webUrl: 'http://127.0.0.1:1/',
        }),
        controlUrl: 'http://127.0.0.1:2/',
      }),
    },
    openBroker: async () => scriptedBroker(script, told),
    clock: {
      now: () => now,
      sleep: async (milliseconds, signal) => {
        if (signal.aborted) throw new Cancelled();
        now += milliseconds;
      },
    },
    names: async () => readNameList(script.names ?? '2026-04-01\n'),
    log: { info: () => undefined, failure: () => undefined },
    progress: { report: () => undefined },
    ownVersion: '0.1.0',
    records: { add: async record => void recorded.push(record), all: async () => recorded },
  };
}

function scriptedIndex(listings: readonly (IndexListing | Failure)[]): Index {
  let asked = 0;
  return {
    async listing() {
      const answer = listings[Math.min(asked++, listings.length - 1)];
      if (answer === undefined || answer instanceof Failure) throw answer ?? new Error('the script has no listing');
      return answer;
    },
  };
}

function scriptedBroker(script: Script, told: string[]): Broker {
  return {
    async countersign(plan, page) {
      told.push(
        `countersign ${plan.digest.slice(0, 8)}`,
        ...page.alreadyThere.map(name => `there ${name}`),
        ...page.notes.map(note => `note ${note}`),
      );
      const approval = script.approval ?? 'approved';
      return approval === 'approved' ? markCountersigned(plan, 2) : { notApproved: approval };
    },
    async upload(_approved, filename) {
      told.push(`upload ${filename}`);
      const result = script.uploads?.[filename] ?? { outcome: 'uploaded' };
      if (result instanceof Failure) throw result;
      return result;
    },
    showVerifying: () => void told.push('verifying'),
    end: words => void told.push(`end ${words.tone}`),
    close: () => void told.push('close'),
  };
}
