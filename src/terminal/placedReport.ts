import type { ProjectReport } from '../app/checkProject.ts';

/** A report with the project's place. */
export interface PlacedReport extends ProjectReport {
  /** Relative to the PATH that led to it, with `/`; `.` for itself. */
  readonly path: string;
  /** The PATH as given, with the way from there. */
  readonly shownPath: string;
}
