import type { Mailbox } from "../../microsoft/graph/clients";
import { type InboxPage, readInbox } from "../../microsoft/graph/read-inbox";
import { pageFault } from "../../microsoft/graph/reading-faults";

const sizes = [50, 10, 1];

export type Page = InboxPage & { size: number };

/** The next smaller page, or null. */
export const smaller = (size: number): number | null => sizes.find((one) => one < size) ?? null;
export const largest = 50;

/**
 * A page of changes, smaller where Microsoft fails on a larger one: a broken item spoils the page it lies in, and some mailboxes never
 * answer to more than a few.
 * @throws the fault of the smallest page; other errors at once.
 */
export async function readPage(mailbox: Mailbox, from: { link: string } | { since: Date }, size: number): Promise<Page> {
  try {
    return { ...(await readInbox(mailbox, from, size)), size };
  } catch (error) {
    const next = smaller(size);
    if (next === null || !pageFault(error)) throw error;
    return readPage(mailbox, from, next);
  }
}
