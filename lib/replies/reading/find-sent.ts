import type { Mailbox } from "../../microsoft/graph/clients";
import { findSentFolder } from "../../microsoft/graph/reading/list-messages";

const known = new Map<string, { id: string | null; at: number }>();
/** Folders keep their ids; only another mailbox behind the same account has others. */
const keptMs = 24 * 3_600_000;

/** The id of the mailbox's folder of sent mail, asked for once a day; null where it has none. */
export async function findSent(senderAccountId: string, mailbox: Mailbox): Promise<string | null> {
  const before = known.get(senderAccountId);
  if (before && performance.now() - before.at < keptMs) return before.id;
  const id = await findSentFolder(mailbox);
  known.set(senderAccountId, { id, at: performance.now() });
  return id;
}
