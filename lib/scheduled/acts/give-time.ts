import { and, eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { singleMails } from "@/db/schema/letters";
import { scheduledEmails } from "@/db/schema/sending";
import { AppError } from "../../errors/app-error";
import { askFeed } from "../../events/ask-feed";
import { isSoon } from "../../sending/queue/is-soon";
import { admit } from "../../sending/queue/runs/admit";
import { planSingle } from "../../singles/plan-single";
import type { Timed } from "./lock-timed";

/** Who gave a mail another time, and which it had; null where it has again the one it had before. */
export type Moved = { from: Date; by: string } | null;

/**
 * Gives a mail that is locked another time, earlier or later: the run that sleeps until the old time finds that it
 * lost the mail, and another starts shortly before the new one. The seal stays.
 */
export async function giveTime(
  tx: TeamTransaction,
  teamId: string,
  { draft, place, senderAccountId }: Timed,
  at: Date,
  moved: Moved,
  now: Date,
): Promise<void> {
  const pending = and(eq(scheduledEmails.draftId, draft.id), eq(scheduledEmails.status, "pending"));
  const told = { scheduledFor: at, movedFrom: moved?.from ?? null, movedBy: moved?.by ?? null };
  if (place.kind === "single") {
    if (!(await planSingle(tx, teamId, place.single.id, at, now))) throw new AppError("conflict");
    await tx.update(scheduledEmails).set(told).where(pending);
    await tx.update(singleMails).set({ leaveAt: at }).where(eq(singleMails.id, place.single.id));
    return;
  }
  await tx.update(scheduledEmails).set(told).where(pending);
  const { id, admission, campaignId } = place.contact;
  if (isSoon(at, now)) await admit(tx, teamId, { campaignId, senderAccountId }, [{ campaignContactId: id, admission }], now);
  else await tx.update(campaignContacts).set({ runId: null, runDueAt: null }).where(eq(campaignContacts.id, id));
  // Why it waits, and until when, is another now.
  await askFeed(tx, teamId, [campaignId]);
}
