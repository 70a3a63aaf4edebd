import type { LabelSource, ThreadLabel, ThreadState } from "@/db/schema/words";

/** What the list is narrowed to; 'other' lists messages that belong to no thread. */
export const threadFilters = ["todo", "mine", "waiting", "snoozed", "done", "other"] as const;
export type ThreadFilter = (typeof threadFilters)[number];

/** A thread as the list shows it. Instants are ISO texts. */
export type ListedThread = {
  id: string;
  name: string;
  company: string | null;
  /** The first words of their newest message, and when it came. */
  line: string;
  at: string;
  mailbox: string;
  state: ThreadState;
  unread: boolean;
  snoozedUntil: string | null;
  label: { word: ThreadLabel; by: LabelSource } | null;
  /** What stands in the label's place where it says more. */
  sign: "suppressed" | "away" | "meeting" | "automatic" | null;
  assigned: { id: string; name: string } | null;
};

/**
 * One page of threads. `next`: where the next page begins, null at the end; `counts` stop right above `mostCounted`. A thread that was read between
 * two pages may stand on both: who joins pages keeps the first by its id.
 */
export type ThreadList = {
  filter: ThreadFilter;
  mailboxId: string | null;
  rows: ListedThread[];
  /** Behind what is to do: the newest that is answered or settled. */
  earlier: ListedThread[];
  next: string | null;
  counts: Record<ThreadFilter, number>;
  mailboxes: { id: string; email: string }[];
};
export const mostCounted = 999;
