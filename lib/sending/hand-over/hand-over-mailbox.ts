import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { backToDrafts } from "../../drafts/back-to-drafts";
import { AppError } from "../../errors/app-error";
import { askFeed } from "../../events/ask-feed";
import { emit } from "../../events/emit";
import { recordActivity } from "../../events/record-activity";
import { leaseMailbox } from "../../microsoft/lease-mailbox";
import { isFirst, stays, takesOver, toBeMailedFrom } from "./movable";

/** Nobody who sends from the mailbox has one of its mails in hand. */
const lease = { purpose: "send", seconds: 15, patienceMs: 10_000 } as const;

export type Handing = { senderAccountId: string; to: string; withThreads: boolean };
export type Handed = { people: number; threads: number };

/**
 * Lets another mailbox send what one has not sent yet: first mails, and by an explicit choice those to people in mid-sequence, which then begin
 * a thread of their own. The mailbox is part of what is signed, so their signatures are void and they wait in Review. A mail that is
 * leaving stays. All of it happens, or nothing.
 * @throws AppError "not_found", "blocked" when the other one cannot send, "conflict" when a mail is leaving at this moment or nothing is
 * left to hand over.
 */
export async function handOverMailbox(scope: Scope, handing: Handing, now: Date): Promise<Handed> {
  await withTeam(scope, (tx) => lockMailboxes(tx, handing.senderAccountId, handing.to));
  const held = await leaseMailbox(scope, handing.senderAccountId, lease, () =>
    withTeam(scope, (tx) => handOver(tx, scope, handing, now)),
  );
  if (!held) throw new AppError("conflict", "A mail is leaving from this mailbox at this moment. Try again in a few seconds.");
  return held.result;
}

async function handOver(
  tx: TeamTransaction,
  scope: Scope,
  { senderAccountId, to, withThreads }: Handing,
  now: Date,
): Promise<Handed> {
  const target = await lockMailboxes(tx, senderAccountId, to);
  const which = withThreads ? sql`true` : isFirst;
  // Campaigns before their contacts, and those before their drafts, as everybody locks them.
  await tx.execute(
    sql`select k.id from campaigns k where k.id in (select k.id ${toBeMailedFrom(senderAccountId)} and ${which}) order by k.id for no key update`,
  );
  await tx.execute(
    sql`select c.id from campaign_contacts c where c.id in (select c.id ${toBeMailedFrom(senderAccountId)} and ${which}) order by c.id for no key update`,
  );
  const contacts = await readRows<{
    id: string;
    campaignId: string;
    runId: string | null;
    draftId: string | null;
    isFirst: boolean;
  }>(
    tx,
    sql`select c.id, c.campaign_id as "campaignId", c.run_id as "runId", d.id as "draftId", ${isFirst} as "isFirst"
        ${toBeMailedFrom(senderAccountId)} and ${which} and not ${stays}`,
  );
  if (contacts.length === 0) throw new AppError("conflict", "Nothing is left to hand over from this mailbox.");
  const drafts = sql.param(contacts.flatMap(({ draftId }) => draftId ?? []));
  const signed = await readRows<{ id: string }>(
    tx,
    sql`select d.id from email_drafts d where d.id = any(${drafts}::uuid[]) and d.status in ('approved', 'scheduled')`,
  );
  await backToDrafts(
    tx,
    scope,
    signed.map(({ id }) => id),
    `Handed over to ${target.email}`,
    now,
  );
  await tx.execute(sql`update email_drafts set sender_account_id = ${to} where id = any(${drafts}::uuid[]) and status <> 'sent'`);
  const ids = sql.param(contacts.map(({ id }) => id));
  // Their runs hold the mailbox of before: each ends at its next look, and a new slot starts another.
  await tx.execute(sql`update campaign_contacts set sender_account_id = ${to}, run_id = null where id = any(${ids}::uuid[])`);
  const campaigns = [...new Set(contacts.map(({ campaignId }) => campaignId))];
  await tx.execute(
    sql`update campaigns set sender_account_id = ${to} where id = any(${sql.param(campaigns)}::uuid[]) and sender_account_id = ${senderAccountId}`,
  );
  await emit(
    tx,
    "campaign/contact.changed",
    contacts
      .filter(({ runId }) => runId !== null)
      .map(({ id }) => ({ eventId: `handed:${id}:${now.getTime()}`, data: { teamId: scope.teamId, campaignContactId: id } })),
  );
  await askFeed(tx, scope.teamId, campaigns);
  const people = contacts.filter((one) => one.isFirst).length;
  const handed = { people, threads: contacts.length - people };
  await recordActivity(tx, scope, {
    verb: "handed over a mailbox",
    at: now,
    detail: { senderAccountId, to, ...handed },
  });
  return handed;
}

/** Whoever gives slots of one of the two waits until it is known whose mails they are. @returns the one that takes over. */
async function lockMailboxes(tx: TeamTransaction, from: string, to: string): Promise<{ email: string }> {
  const rows = await readRows<{ id: string; email: string; takes: boolean }>(
    tx,
    sql`select t.id, t.email, ${takesOver} as takes from sender_accounts t where t.id in (${from}, ${to}) order by t.id for no key update`,
  );
  const target = rows.find(({ id }) => id === to);
  if (!target || !rows.some(({ id }) => id === from)) throw new AppError("not_found");
  if (from === to || !target.takes)
    throw new AppError("blocked", `${target.email} cannot send at the moment. Choose another mailbox.`);
  return target;
}
