import { inArray, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { suppressions } from "@/db/schema/suppressions";
import type { SuppressionReason } from "@/db/schema/words";
import { reopenEnded } from "../../campaigns/reopen-ended";
import { readAct } from "../../campaigns/words/read-act";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { peopleAtOnce } from "./end-in-parts";
import type { Entry } from "./entry";
import { namedBy } from "./named-by";
import { reopenSingles } from "./reopen-singles";
import { sayEntry } from "./say-entry";

/** The database holds to the same: trigger keep_suppressions, in drizzle/0017_limits.sql. */
const longestSeconds = 30;

/**
 * In how many places mail goes on, how many mails by hand are there again, and in how many it stays ended, since something happened that ends it by
 * itself.
 */
export type TakenBack = { entry: string; open: number; mails: number; ended: number };

/**
 * Takes back what somebody suppressed by hand in this moment: the entries are lifted with the reason "taken back", and the campaigns and mails by hand that ended by it go on.
 * None of their mail leaves before the half minute is over. Of very many the others follow part by part; whom a crash leaves over stays ended. What a person wished themselves is never taken back.
 * @param contactId whom it was about, where it was suppressed on the page of one contact.
 * @throws AppError "not_found"; "conflict" with why it cannot be taken back.
 */
export async function takeBackSuppression(
  scope: Scope,
  { entryIds, contactId }: { entryIds: string[]; contactId: string | null },
  now: Date,
): Promise<TakenBack> {
  const { entry, contactIds, ...act } = await withTeam(scope, async (tx) => {
    const rows = await lockEntries(tx, entryIds);
    const [first] = rows;
    if (!first || rows.length < entryIds.length) throw new AppError("not_found");
    for (const row of rows) await checkMine(tx, scope, row, now);
    const at = await readWhen(tx, scope, rows, contactId);
    if (!at) throw new AppError("not_found");
    await tx
      .update(suppressions)
      .set({ liftedAt: now, liftedBy: scope.memberId, liftReason: "taken back" })
      .where(inArray(suppressions.id, entryIds));
    const contactIds = await namedBy(tx, rows.map(toEntry));
    const notBefore = new Date(first.createdAt.getTime() + longestSeconds * 1000);
    const entry = sayEntry(first);
    await recordActivity(tx, scope, {
      verb: "took back a suppression",
      at: now,
      ...(contactId ? { contactId } : {}),
      detail: { entry },
    });
    const some = contactIds.slice(0, peopleAtOnce);
    return { entry, contactIds, at, notBefore, done: await reopen(tx, scope, { contactIds: some, at, notBefore }, now) };
  });
  const sum = act.done;
  for (let place = peopleAtOnce; place < contactIds.length; place += peopleAtOnce) {
    const some = contactIds.slice(place, place + peopleAtOnce);
    const part = await withTeam(scope, (tx) => reopen(tx, scope, { ...act, contactIds: some }, now));
    sum.open += part.open;
    sum.mails += part.mails;
    sum.ended += part.ended;
  }
  return { entry, ...sum };
}

/** Mails by hand before campaigns, as their drafts are taken before any enrolment. */
async function reopen(tx: TeamTransaction, scope: Scope, act: Parameters<typeof reopenSingles>[2], now: Date) {
  const mails = await reopenSingles(tx, scope, act, now);
  const { open, ended } = await reopenEnded(tx, scope, act);
  return { open, mails: mails.open, ended: ended + mails.ended };
}

type Row = {
  id: string;
  emailNorm: string | null;
  domain: string | null;
  wildcard: string | null;
  reason: SuppressionReason;
  fileId: string | null;
  createdAt: Date;
  createdBy: string | null;
  liftedAt: Date | null;
  liftedBy: string | null;
  late: boolean;
};

async function lockEntries(tx: TeamTransaction, entryIds: string[]): Promise<Row[]> {
  const rows = await readRows<Omit<Row, "createdAt" | "liftedAt"> & { createdAt: string; liftedAt: string | null }>(
    tx,
    sql`select s.id, s.email_norm as "emailNorm", s.domain, s.wildcard, s.reason, s.file_id as "fileId", s.created_at as "createdAt",
          s.created_by as "createdBy", s.lifted_at as "liftedAt", s.lifted_by as "liftedBy",
          clock_timestamp() > s.created_at + make_interval(secs => ${longestSeconds}) as late
        from suppressions s where s.id = any(${sql.param(entryIds)}::uuid[]) order by s.email_norm, s.id for update`,
  );
  return rows.map((row) => ({ ...row, createdAt: instantOf(row.createdAt), liftedAt: instantOf(row.liftedAt) }));
}

async function checkMine(tx: TeamTransaction, scope: Scope, row: Row, now: Date): Promise<void> {
  const reader = { memberId: scope.memberId, now };
  if (row.liftedAt) {
    const { who, when } = await readAct(tx, { by: row.liftedBy, at: row.liftedAt }, reader);
    throw new AppError("conflict", `${who} lifted it already${when}.`);
  }
  if (row.reason !== "by hand")
    throw new AppError("conflict", "They asked for no more mail themselves. That is not taken back: nothing was changed.");
  if (row.createdBy !== scope.memberId || row.fileId) {
    const { who } = await readAct(tx, { by: row.createdBy, at: null }, reader);
    throw new AppError("conflict", `${who} suppressed it. An administrator can lift it, with a reason.`);
  }
  if (row.late) throw new AppError("conflict", "Half a minute is over. An administrator can lift it, with a reason.");
}

/** When the act was, whose instant every campaign carries that ended by it; undefined where it was not this person's, or is another's. */
async function readWhen(tx: TeamTransaction, scope: Scope, rows: Row[], contactId: string | null): Promise<Date | undefined> {
  const act = contactId ? sql`a.verb = 'suppressed' and a.contact_id = ${contactId}` : sql`a.verb = 'suppressed an entry'`;
  const [row] = await readRows<{ at: string }>(
    tx,
    sql`select a.at from activities a where a.member_id = ${scope.memberId}::uuid and ${act}
          and a.detail->>'id' = any(${sql.param(rows.map(({ id }) => id))}::text[]) order by a.at desc limit 1`,
  );
  return row && instantOf(row.at);
}

function toEntry({ emailNorm, domain, wildcard }: Row): Entry {
  if (domain !== null) return { domain };
  return wildcard === null ? { emailNorm: emailNorm ?? "" } : { wildcard };
}
