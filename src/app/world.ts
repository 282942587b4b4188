import type {
  Broker,
  Builder,
  Clock,
  Files,
  Index,
  Log,
  NameLoader,
  Progress,
  ProjectFiles,
  RehearsalIndex,
  ReleaseRecords,
} from './ports.ts';

/** Everything of the world that publishing needs, handed in by a door. */
export interface World {
  readonly files: Files;
  readonly projectFiles: ProjectFiles;
  readonly builder: Builder;
  readonly index: Index;
  readonly rehearsalIndex: RehearsalIndex;
  readonly names: NameLoader;
  /** Starts a broker for one publish. */
  openBroker(signal: AbortSignal): Promise<Broker>;
  readonly clock: Clock;
  readonly log: Log;
  readonly progress: Progress;
  readonly records: ReleaseRecords;
  /** Countersign's own version. */
  readonly ownVersion: string;
}
