/** A file as people have it, and what a person who opens it would say is in it. */
export type NastyFile = {
  /** What is nasty about it, unique. */
  name: string;
  /** Where the kind was seen: an address of a bug report, a page of documentation, or "own". */
  source: string;
  bytes: () => Uint8Array;
  /**
   * The people somebody counts in it who have a usable address, in the order of the file: their address, and other cells under
   * the name of their column ("column 2" where nothing names it; from 1). Only the cells that matter for this file need be given.
   */
  people: { email: string; [column: string]: string }[];
  /**
   * Rows that are no usable person: without an address, with a broken one, footers, remarks, titles, repeated headers.
   * Blank lines (or lines of dividers alone) do not count, nor does the line that names the columns.
   */
  others: number;
  /** The names of the columns as a person reads them; null where no line names them. Left out where it does not matter. */
  header?: string[] | null;
  /** Nobody could read this for certain: right is also a warning to the person, whatever was read, as long as no row vanished unsaid. */
  doubtful?: true;
  /** No table at all: right is to refuse it with a sentence. */
  refused?: true;
};
