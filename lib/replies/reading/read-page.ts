import type { Mailbox } from "../../microsoft/graph/clients";
import { type ChangedFolder, type ChangePage, listChanges } from "../../microsoft/graph/reading/list-messages";
import { pageFault } from "../../microsoft/graph/reading/reading-faults";

const sizes = [50, 10, 1];

export type Page = ChangePage & { size: number };
export type From = { link: string } | { since: Date };

/**
 * A page of changes, smaller where Microsoft fails on a larger one: a broken item spoils the page it lies in, and some mailboxes never
 * answer to more than a few.
 * @throws the fault of the smallest page; other errors at once.
 */
export async function readPage(mailbox: Mailbox, folder: ChangedFolder, from: From, size: number): Promise<Page> {
  try {
    return { ...(await listChanges(mailbox, folder, from, size)), size };
  } catch (error) {
    const next = sizes.find((one) => one < size);
    if (next === undefined || !pageFault(error)) throw error;
    return readPage(mailbox, folder, from, next);
  }
}
