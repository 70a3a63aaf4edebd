import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import type { ThreadRow } from "../../threads/thread-row";
import type { ThreadLetter } from "../thread-view";
import { readOurs } from "./read-ours";
import { readTheirs } from "./read-theirs";

/** So many are read at once; those before them are asked for. */
const most = 50;

/**
 * The newest letters of a thread, theirs and ours, the oldest first. What never left and what belongs to other mailboxes is not in it.
 * @param before only those before that moment.
 */
export async function readLetters(tx: TeamTransaction, thread: ThreadRow, before: Date | null = null): Promise<ThreadLetter[]> {
  const place = { contactId: thread.contactId, senderAccountId: thread.senderAccountId };
  const until = before ? sql`${before.toISOString()}::timestamptz` : sql`'infinity'::timestamptz`;
  const theirs = await readTheirs(tx, place, until, most);
  const ours = await readOurs(tx, place, until, most);
  return [...theirs, ...ours].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)).slice(-most);
}
