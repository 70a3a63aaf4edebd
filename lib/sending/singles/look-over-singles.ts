import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { WaitReason } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { readUsedUp } from "../../limits/read-used-up";
import { mailboxPerMinute } from "../../schedule/clock/slot-book";
import { toDate } from "../../schedule/clock/to-temporal";
import { planSigned } from "../../singles/plan-signed";
import { planSingle } from "../../singles/plan-single";
import { takeBackSlots } from "../../slots/take-back-slots";
import { type Due, listDue } from "./list-due";

/** What has not left so long after its time gives its slot back. */
const lateAfterMs = 15 * 60_000;

/** So many of a mailbox are let go at once, as many as leave in a minute; the next look lets go more. */
const atOnce = mailboxPerMinute;

export type LookedOver = { planned: number; late: number };

/**
 * Looks over the mails without a campaign of a team and puts them right, as often as it is called: what nobody runs for gets a new run, whatever ran for it
 * before can write no more; what is late gives its slot back; what waits says why; and what waited for something that has ended leaves now.
 */
export async function lookOverSingles(scope: Scope, now: Date): Promise<LookedOver> {
  return withTeam(scope, async (tx) => {
    // One at a time: two would each start a run for the same mail.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('singles:' || ${scope.teamId}, 0))`);
    const found = await withLimits(tx, await listDue(tx, now), now);
    if (found.length === 0) return { planned: 0, late: 0 };
    const late = await giveBackLate(tx, found, now);
    const due = found.map((mail) => (late.has(mail.id) ? { ...mail, slot: null, isFree: true } : mail));
    const planned = await planFree(tx, scope.teamId, due, now);
    await sayReasons(
      tx,
      due.filter(({ id }) => !planned.has(id)),
      late,
      now,
    );
    return { planned: planned.size, late: late.size };
  });
}

/** Those that nothing else stands against may find a limit of 24 hours used up. */
async function withLimits(tx: TeamTransaction, due: Due[], now: Date): Promise<Due[]> {
  const known = new Map<string, Awaited<ReturnType<typeof readUsedUp>>>();
  const judged: Due[] = [];
  for (const mail of due) {
    if (mail.reason !== "in_line" || mail.isWithExchange || isAhead(mail, now)) {
      judged.push(mail);
      continue;
    }
    const key = `${mail.mailbox} ${mail.isOutside}`;
    const used = known.get(key) ?? (await readUsedUp(tx, mail.mailbox, mail.isOutside, { mailbox: false, budget: false }, now));
    known.set(key, used);
    const full = used.mailboxDayUsed ?? used.teamBudgetUsed;
    const reason = used.mailboxDayUsed ? "mailbox_day_used" : "team_budget_used";
    judged.push(full ? { ...mail, reason, from: full.from && toDate(full.from) } : mail);
  }
  return judged;
}

/** Its time has not come. */
function isAhead({ slot, leaveAt }: Due, now: Date): boolean {
  return (slot ?? leaveAt ?? now) > now;
}

const isLate = (slot: Date | null, now: Date) => slot !== null && slot.getTime() < now.getTime() - lateAfterMs;

/** Takes the slots back of what is too late, except where somebody has the draft in hand at this moment. @returns the mails. */
async function giveBackLate(tx: TeamTransaction, due: Due[], now: Date): Promise<Set<string>> {
  // Where nothing stands against it, a run that was just started for it is still to come.
  const late = due.filter(({ slot, isWithExchange, isFree, reason }) => {
    return isLate(slot, now) && !isWithExchange && (isFree || reason !== "in_line");
  });
  const held = await lockFree(tx, late);
  for (const reason of new Set(late.map((mail) => mail.reason))) {
    const mails = late.filter((mail) => mail.reason === reason && held.has(mail.id));
    const drafts = sql.param(mails.map(({ draftId }) => draftId));
    await takeBackSlots(tx, sql`e.draft_id = any(${drafts}::uuid[])`, `Late: ${reason.replaceAll("_", " ")}`);
  }
  return held;
}

/** Starts a run for what nobody runs for and nothing stands against: at its slot, or now where it has none. @returns the mails. */
async function planFree(tx: TeamTransaction, teamId: string, due: Due[], now: Date): Promise<Set<string>> {
  const counts = new Map<string, number>();
  const free = due.filter((mail) => {
    if (!mail.isFree || mail.isWithExchange) return false;
    // What is ahead needs its run whatever stands against it today.
    if (isAhead(mail, now)) return true;
    if (mail.reason !== "in_line") return false;
    const count = (counts.get(mail.mailbox) ?? 0) + 1;
    counts.set(mail.mailbox, count);
    return count <= atOnce;
  });
  const held = await lockFree(tx, free);
  const planned = new Set<string>();
  for (const { id, slot, leaveAt } of free.filter((mail) => held.has(mail.id))) {
    const later = leaveAt && leaveAt > now ? leaveAt : now;
    const done = leaveAt ? await planSingle(tx, teamId, id, slot ?? later, now) : await planAnew(tx, teamId, id, now);
    if (done) planned.add(id);
  }
  return planned;
}

/** Signed and never given a time. */
async function planAnew(tx: TeamTransaction, teamId: string, id: string, now: Date): Promise<boolean> {
  try {
    await planSigned(tx, teamId, id, now);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "blocked") return false;
    throw error;
  }
}

/** Holds the drafts and their mails, as planning asks for; those that somebody else holds are left for the next time. @returns the mails. */
async function lockFree(tx: TeamTransaction, mails: Due[]): Promise<Set<string>> {
  if (mails.length === 0) return new Set();
  const ids = sql.param(mails.map(({ draftId }) => draftId));
  const rows = await readRows<{ id: string }>(
    tx,
    sql`select h.id from email_drafts d join single_mails h on h.draft_id = d.id where d.id = any(${ids}::uuid[]) and d.status in ('approved', 'scheduled')
          and h.ended_reason is null order by d.id for update of d, h skip locked`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Writes what stands against each whose time has come, where its row says something else. What gave its slot back has no run any more. */
async function sayReasons(tx: TeamTransaction, due: Due[], late: Set<string>, now: Date) {
  const said = due
    .map((mail) => ({ ...mail, ...saysOf(mail, now), isLate: late.has(mail.id) }))
    .filter((mail) => mail.isLate || mail.says !== mail.said || mail.until?.getTime() !== mail.saidFrom?.getTime());
  if (said.length === 0) return;
  await tx.execute(
    sql`with x as (
          select * from unnest(${sql.param(said.map(({ id }) => id))}::uuid[], ${sql.param(said.map(({ says }) => says))}::text[],
            ${sql.param(said.map(({ until }) => until?.toISOString() ?? null))}::text[]::timestamptz[], ${sql.param(said.map(({ isLate }) => String(isLate)))}::text[]::bool[]) as x(id, says, until, late)
        ), free as (
          select h.id from single_mails h join x on x.id = h.id where h.ended_reason is null for no key update of h skip locked
        )
        update single_mails h set wait_reason = x.says, next_at = x.until, run_id = case when x.late then null else h.run_id end
        from x, free where h.id = x.id and h.id = free.id`,
  );
}

function saysOf(mail: Due, now: Date): { says: WaitReason | null; until: Date | null } {
  if (isAhead(mail, now)) return { says: null, until: null };
  if (mail.reason !== "in_line") return { says: mail.reason, until: mail.from };
  if (mail.isWithExchange) return { says: null, until: mail.saidFrom };
  // What its run says stands, as long as it moves; a late one of which nothing is said yet is in line.
  const isInLine = mail.isFree || (mail.said === null && isLate(mail.slot, now));
  return isInLine ? { says: "in_line", until: null } : { says: mail.said, until: mail.saidFrom };
}
