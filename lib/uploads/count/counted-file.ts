/** What the rows of a file come to, under a reading and with the addresses in one column. */
export type CountedFile = {
  rows: number;
  /** Lines of the file, as an editor counts them. */
  lines: number;
  /** The column of the addresses, from 0; -1: none was chosen. */
  column: number;
  /** People who would be new, people known already, and rows that nobody can become. Together they are all rows. */
  fresh: number;
  known: number;
  refused: number;
  /** Rows of those who asked elsewhere not to be mailed; they are among the refused. These three are not there where an earlier version counted. */
  out?: number;
  /** People of it, new or known, whose address several read, such as info@, and who have one for a few minutes; an address may be both. */
  shared?: number;
  throwAway?: number;
  /** The known addresses among the first twenty rows. */
  knownFirst: string[];
};
