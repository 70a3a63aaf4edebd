import { and, eq, lt, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { replyThreads } from "@/db/schema/threads";
import { AppError } from "../../errors/app-error";
import { normalAddress } from "../../mail/address";
import { listConversation, type SaidMessage } from "../../microsoft/graph/reading/list-conversation";
import { acquireMailToken } from "../../microsoft/tokens/acquire-mail-token";
import { whyUnread } from "../../received/why-unread";

/** A mail that the mailbox's owner sent in a thread from Outlook: nobody signed it here. `at` is an ISO text. */
export type OutsideLetter = { side: "outside"; id: string; at: string; by: string; subject: string; line: string };

/** So many of a person's conversations are looked into, the newest. */
const mostConversations = 3;

type Place = {
  senderAccountId: string;
  canRead: boolean;
  email: string;
  name: string;
  own: string[];
  since: string;
  conversations: string[];
  known: string[];
};

/**
 * What was written in a thread from Outlook: asked of its mailbox when somebody opens the thread, and not kept. Where the newest of it answers all that
 * they wrote, nothing is to do any more, and the thread waits for them. A mailbox that cannot be asked tells nothing.
 * @throws AppError "not_found".
 */
export async function readOutside(scope: Scope, threadId: string, now: Date): Promise<OutsideLetter[]> {
  const place = await withTeam(scope, (tx) => readPlace(tx, threadId));
  if (!place) throw new AppError("not_found");
  if (!place.canRead || place.conversations.length === 0) return [];
  const said = await askMailbox(scope, place, now);
  const since = instantOf(place.since);
  const known = new Set(place.known);
  const outside = said
    .filter(({ from, isOurs, graphId, internetMessageId, sentAt }) => {
      const isOwn = place.own.includes(normalAddress(from ?? ""));
      return isOwn && !isOurs && sentAt > since && !known.has(graphId) && !known.has(internetMessageId ?? "");
    })
    .toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
  const newest = outside.at(-1);
  if (newest) await waitForThem(scope, threadId, newest.sentAt);
  return outside.map(({ graphId, sentAt, subject, line }) => ({
    side: "outside",
    id: graphId,
    at: sentAt.toISOString(),
    by: place.name,
    subject,
    line,
  }));
}

async function readPlace(tx: TeamTransaction, threadId: string): Promise<Place | undefined> {
  const theirs = sql`n.contact_id = t.contact_id and n.sender_account_id = t.sender_account_id and n.kind in ('reply', 'meeting')`;
  const ours = sql`v.contact_id = t.contact_id and v.sender_account_id = t.sender_account_id`;
  const [place] = await readRows<Place>(
    tx,
    sql`select m.id as "senderAccountId", m.status = 'connected' and m.trouble is distinct from 'unreadable' as "canRead",
          m.email, coalesce(m.display_name, m.email) as name, (select array_agg(lower(a)) from unnest(m.email_norm || m.addresses || m.sign_in_name) a) as own,
          coalesce((select min(n.received_at) from mailbox_messages n where ${theirs}), t.last_in_at) as since,
          array(select n.conversation_id from mailbox_messages n where ${theirs} and n.conversation_id is not null
                group by 1 order by max(n.received_at) desc limit ${mostConversations}) as conversations,
          array(select unnest(array_remove(array[v.graph_id, v.sent_graph_id, v.internet_message_id], null)) from deliveries v where ${ours}) as known
        from reply_threads t join sender_accounts m on m.id = t.sender_account_id where t.id = ${threadId}`,
  );
  return place;
}

async function askMailbox(scope: Scope, { senderAccountId, email, conversations }: Place, now: Date): Promise<SaidMessage[]> {
  // Whoever may read need not be allowed to write, as a token that is refreshed is.
  const mailbox = { token: () => acquireMailToken({ teamId: scope.teamId, memberId: null }, senderAccountId, now) };
  try {
    return (await Promise.all(conversations.map((one) => listConversation(mailbox, one)))).flat();
  } catch (error) {
    const reason = whyUnread(error, email, senderAccountId);
    if (!(reason instanceof AppError)) throw reason;
    return [];
  }
}

/** Only what came before it is answered by it: a message that is newer leaves the thread to do. */
async function waitForThem({ teamId }: Scope, threadId: string, sentAt: Date): Promise<void> {
  await withTeam({ teamId, memberId: null }, (tx) =>
    tx
      .update(replyThreads)
      .set({ state: "waiting", lastOutAt: sentAt })
      .where(and(eq(replyThreads.id, threadId), eq(replyThreads.state, "open"), lt(replyThreads.lastInAt, sentAt))),
  );
}
