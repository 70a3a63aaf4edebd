import type { Stopped } from "./count-stopped";

/** How a file was read and what else is told of it, as it stands in suppression_files.facts. */
export type FileFacts = {
  delimiter: string;
  encoding: string;
  headers: string[] | null;
  /** The first lines as they are, cells cut to what a page shows. */
  rows: { line: number; cells: string[] }[];
  /** The column of the entries, from 0; and the one whose words say why. */
  column: number;
  reasonColumn: number | null;
  /** Whether anything in the file or its name says why, rather than that it is a list of people. */
  saysWhy: boolean;
  addresses: number;
  domains: number;
  wildcards: number;
  /** Entries that stood in the list for a lighter reason than the file gives. */
  graver: number;
  /** Domains of the file where people of everywhere have their mail: the first few, and how many there are beside them. */
  freeMail: string[];
  moreFreeMail?: number;
  /** Whom it would stop, as it stood when it was read. */
  stopped: Stopped;
  /** Once it is taken over: how many people it named. */
  people?: number;
};
