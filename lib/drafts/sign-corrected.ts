import { and, eq, isNull, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { emailDrafts, signatures } from "@/db/schema/drafts";
import { senderAccounts } from "@/db/schema/senders";
import { deliveries } from "@/db/schema/sending";
import { withExchange } from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import { askFeed } from "../events/ask-feed";
import { emit } from "../events/emit";
import { correctSender } from "../mail/correct-sender";
import { hashRequest } from "../mail/mail-request";
import { checkDraft, mayBeSigned } from "./check-draft";
import { correctedMails } from "./corrected-mails";
import { lockDraft } from "./lock-draft";

/** What the person confirmed, with its number; `after` is the last draft looked at, null begins. */
export type Confirmed = { from: string; to: string; count: number; after: string | null };

/** `after` is where the next call goes on; null when every mail has been looked at. */
export type SignedAnew = { signed: number; refused: number; after: string | null };

/** How many are signed in one transaction: locks must stay short. */
const batchSize = 100;

/**
 * Signs the next 100 mails of a mailbox that were signed under an address it does not have, anew under its own; call it again with
 * `after` until that is null. Only the sender changes: text, recipient and slot stay. Whatever a call did stays done, so it may be repeated.
 * What left or ended meanwhile is passed over; `refused` by a check are left as they are.
 * @throws AppError "not_found", "conflict" when the address is another than was shown, or more mails wait than were.
 */
export function signCorrected(scope: Scope, senderAccountId: string, shown: Confirmed, now: Date): Promise<SignedAnew> {
  return withTeam(scope, async (tx) => {
    const [mailbox] = await tx
      .select({ email: senderAccounts.email })
      .from(senderAccounts)
      .where(eq(senderAccounts.id, senderAccountId));
    if (!mailbox) throw new AppError("not_found");
    if (mailbox.email !== shown.to)
      throw new AppError("conflict", `The mailbox’s address is ${mailbox.email} meanwhile. Look again before you sign.`);
    const theirs = sql`${correctedMails} and m.id = ${senderAccountId} and d.request->'from'->>'email' = ${shown.from}`;
    if (shown.after === null) await refuseMore(tx, theirs, shown.count);
    const place = sql`(d.campaign_id, c.position, d.id)`;
    const behind = shown.after
      ? sql`and ${place} > (select x.campaign_id, y.position, x.id from email_drafts x join campaign_contacts y on y.id = x.campaign_contact_id where x.id = ${shown.after})`
      : sql``;
    const waiting = await readRows<{ id: string }>(
      tx,
      sql`select d.id ${theirs} ${behind} order by d.campaign_id, c.position, d.id limit ${batchSize}`,
    );
    const signed: Signed[] = [];
    let refused = 0;
    for (const { id } of waiting) {
      const result = await signAnew(tx, scope, id, shown, now);
      if (result === "refused") refused += 1;
      else if (result) signed.push(result);
    }
    await wake(tx, scope.teamId, signed, now);
    return { signed: signed.length, refused, after: waiting.length === batchSize ? (waiting.at(-1)?.id ?? null) : null };
  });
}

async function refuseMore(tx: TeamTransaction, theirs: ReturnType<typeof sql>, shown: number) {
  const [row] = await readRows<{ count: number }>(tx, sql`select count(*)::int as count ${theirs}`);
  if ((row?.count ?? 0) > shown)
    throw new AppError("conflict", `${row?.count} mails wait for this now, not ${shown}. Look again before you sign.`);
}

type Signed = { draftId: string; campaignId: string; campaignContactId: string };

async function signAnew(
  tx: TeamTransaction,
  scope: Scope,
  draftId: string,
  { from, to }: Confirmed,
  now: Date,
): Promise<Signed | "refused" | null> {
  const { draft, contact, campaign } = await lockDraft(tx, draftId);
  // An intent that is being written holds this row, and one that comes later finds the new signature.
  const [delivery] = await tx
    .select({ state: deliveries.state })
    .from(deliveries)
    .where(eq(deliveries.draftId, draftId))
    .for("update");
  if (delivery && (withExchange.includes(delivery.state) || delivery.state === "failed")) return null;
  const { checks, request, hash, correctedTo } = await checkDraft(tx, draft);
  if (correctedTo !== to || request.from.email !== from) return null;
  if (!mayBeSigned(checks)) return "refused";
  const [voided] = await tx
    .update(signatures)
    .set({ voidedAt: now, voidedBy: scope.memberId, voidCause: `Signed again as ${to}` })
    // Only what truly was signed may be signed again unread.
    .where(and(eq(signatures.draftId, draftId), isNull(signatures.voidedAt), eq(signatures.hash, hash)))
    .returning({ id: signatures.id });
  if (!voided) return null;
  const anew = correctSender(request, to);
  const newHash = hashRequest(anew);
  await tx
    .update(emailDrafts)
    .set({ request: anew, requestHash: newHash, approvedAt: now, updatedAt: now })
    .where(eq(emailDrafts.id, draftId));
  await tx.insert(signatures).values({ draftId, hash: newHash, kind: "person", signedBy: scope.memberId, signedAt: now });
  return { draftId, campaignId: campaign.id, campaignContactId: contact.id };
}

/** Tells the runs that wait, and has the campaigns looked over. */
async function wake(tx: TeamTransaction, teamId: string, signed: Signed[], now: Date) {
  await emit(
    tx,
    "campaign/contact.changed",
    signed.map(({ draftId, campaignContactId }) => ({
      eventId: `changed:${draftId}:${now.getTime()}`,
      data: { teamId, campaignContactId },
    })),
  );
  await askFeed(tx, teamId, [...new Set(signed.map(({ campaignId }) => campaignId))]);
}
