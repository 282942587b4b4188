/** One line of the table: what is promised, what this run measured, and beside what. */
export interface Row {
  readonly what: string;
  readonly target: string;
  readonly measured: string;
  /** The same measure of something else, in the same run: it tells how fast this machine was just then. */
  readonly beside: string;
  readonly isMet: boolean;
}
