import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { AppError } from "../errors/app-error";
import { readLetter } from "../microsoft/graph/reading/read-letter";
import { acquireMailToken } from "../microsoft/tokens/acquire-mail-token";
import { showLetter } from "./html/show-letter";
import { splitLetter } from "./html/split-letter";
import { keepLetter } from "./kept/keep-letter";
import { openKept } from "./kept/open-kept";
import { rawOf } from "./raw-of";
import type { ReceivedLetter, SplitLetter } from "./received-letter";
import { whyUnread } from "./why-unread";

/**
 * A received letter whole and safe to be shown: the one that was kept, else asked of its mailbox, and then kept where the team wants that. Nothing is
 * held in the database while Microsoft is waited for.
 * @param images whether those that stand elsewhere are to be shown: never before the reader asks for them.
 * @throws AppError "not_found" where it is gone or another team's; "unavailable" with the sentence where its mailbox does not give it.
 */
export async function readReceivedLetter(
  scope: Scope,
  messageId: string,
  { images }: { images: boolean },
  now: Date,
): Promise<ReceivedLetter> {
  return showLetter(await readSplit(scope, messageId, now), { images });
}

type Place = { graphId: string | null; mailbox: string; senderAccountId: string; isConnected: boolean; keeps: boolean };

async function readSplit(scope: Scope, messageId: string, now: Date): Promise<SplitLetter> {
  const { place, kept } = await withTeam(scope, async (tx) => {
    const [row] = await readRows<Place>(
      tx,
      sql`select n.graph_id as "graphId", m.email as mailbox, m.id as "senderAccountId", m.status = 'connected' as "isConnected", t.keep_letters as keeps
          from mailbox_messages n join sender_accounts m on m.id = n.sender_account_id join teams t on t.id = n.team_id where n.id = ${messageId}`,
    );
    if (!row) throw new AppError("not_found");
    return { place: row, kept: await openKept(tx, messageId) };
  });
  if (kept) return kept;
  const { graphId, mailbox, senderAccountId } = place;
  if (graphId === null) throw new AppError("not_found", `It is no longer in ${mailbox}. This is what we kept of it.`);
  if (!place.isConnected) throw new AppError("unavailable", `Reconnect ${mailbox} to read it. This is what we kept of it.`);
  let letter: SplitLetter;
  try {
    // Whoever may read need not be allowed to write, as a token that is refreshed is.
    const token = () => acquireMailToken({ teamId: scope.teamId, memberId: null }, senderAccountId, now);
    letter = splitLetter(rawOf(await readLetter({ token }, graphId)));
  } catch (error) {
    throw whyUnread(error, mailbox, senderAccountId);
  }
  if (place.keeps) await keepLetter(scope, messageId, letter, now);
  return letter;
}
