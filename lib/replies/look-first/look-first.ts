import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Clock, readClock } from "@/db/access/database-clock";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { acquireMailToken } from "../../microsoft/tokens/acquire-mail-token";
import type { LookFirst } from "../../sending/ledger/hear-first";
import { type Looked, lookSince } from "./look-since";

/** A look that began so shortly before is as good as one's own; the call then has a second left. */
const freshMs = 500;
/** In a colleague's mailbox an answer is rarer. */
const othersMs = 30_000;
/** So long a colleague's mailbox is waited for. */
const othersLongestMs = 8000;
/** So many mailboxes are read at once. */
const atOnce = 4;

/**
 * Right before a follow-up: the team's other mailboxes whose last look is a while ago, since answers go to colleagues too; then, as close to
 * the call as can be, the mailbox that it leaves from. Each is one look at everything that came, whoever wrote it: Graph filters a sender by
 * the whole address only, while people and companies write from several. What comes is recorded before this returns.
 */
export const lookFirst: LookFirst = async (scope, { senderAccountId, mailbox }, clock) => {
  const others = await listOthers(scope, senderAccountId, await readClock(scope.teamId, clock));
  for (let first = 0; first < others.length; first += atOnce) {
    const looked = others.slice(first, first + atOnce).map((id) => isRead(scope, id, clock));
    if ((await Promise.all(looked)).includes(false)) return null;
  }
  const due = await readClock(scope.teamId, clock);
  const own = await lookSince(scope, senderAccountId, mailbox, new Date(due.getTime() - freshMs), clock);
  if (typeof own === "string") return null;
  return own.look === null || own.look.isWhole ? own.began : null;
};

/** Whoever sends holds its own mailbox meanwhile: a look that takes longer goes on by itself, and who comes next waits for it as for any other. */
async function soon(look: Promise<Looked>): Promise<Looked> {
  const end = new AbortController();
  const late = setTimeout(othersLongestMs, "not read" as const, { signal: end.signal });
  late.catch(() => {});
  return Promise.race([look, late]).finally(() => end.abort());
}

/** Whether a colleague's mailbox holds nothing that nobody knows of. One message there that cannot be read holds up no other mailbox. */
async function isRead(scope: Scope, senderAccountId: string, clock: Clock): Promise<boolean> {
  const since = new Date((await readClock(scope.teamId, clock)).getTime() - othersMs);
  const mailbox = { token: () => acquireMailToken(scope, senderAccountId) };
  const looked = await soon(lookSince(scope, senderAccountId, mailbox, since, clock));
  if (looked === "not there") return true;
  if (looked === "not read") return false;
  const { look } = looked;
  // Signed out just now: it says so itself, and waits for a person.
  return look === null || look.failed === null || (look.failed === undefined && !look.unfinished);
}

/** The other mailboxes of the team that can be read and were not read lately. What is known to be in trouble holds up nobody else. */
async function listOthers(scope: Scope, senderAccountId: string, now: Date): Promise<string[]> {
  const since = new Date(now.getTime() - othersMs).toISOString();
  const rows = await withTeam(scope, (tx) =>
    readRows<{ id: string }>(
      tx,
      sql`select m.id from sender_accounts m left join mailbox_watches w on w.sender_account_id = m.id
          where m.id <> ${senderAccountId} and m.status = 'connected' and m.tid is not null
            and coalesce(m.trouble, '') not in ('unreadable', 'no_licence')
            and (w.look_began_at is null or w.look_began_at < ${since}::timestamptz) order by m.id`,
    ),
  );
  return rows.map((row) => row.id);
}
