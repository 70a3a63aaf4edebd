import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignContacts, campaigns } from "@/db/schema/campaigns";
import { emailDrafts } from "@/db/schema/drafts";
import { openStatuses, underWay } from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { signInside } from "./sign-draft";

/** `after` is where the next call goes on; null when every draft has been looked at. */
export type SignedSome = { signed: string[]; refused: number; after: string | null };

/** `after`: id of the last draft looked at, null begins. `seenAt`: when the queue that is signed was read. */
type From = { after: string | null; seenAt: Date };

/** How many are signed in one transaction: a signature renders the whole mail, and locks must stay short. */
const batchSize = 50;

/** Slots are given while signing goes on, so it goes in the order of the list: whoever stands first there leaves first. */
const place = sql`(${emailDrafts.campaignId}, ${campaignContacts.position}, ${emailDrafts.id})`;
const placeOf = (draftId: string) =>
  sql`select d.campaign_id, c.position, d.id from email_drafts d join campaign_contacts c on c.id = d.campaign_contact_id where d.id = ${draftId}`;

/**
 * Signs the next 50 drafts of a campaign (or of all campaigns) that pass every check; call it again with `after` until that is null.
 * A draft somebody else signs or rejects meanwhile is passed over.
 * Drafts written after `seenAt` were in nobody's queue when the person decided, so they wait.
 */
export function signAll(scope: Scope, campaignId: string | null, { after, seenAt }: From, now: Date): Promise<SignedSome> {
  return withTeam(scope, async (tx) => {
    const waiting = await tx
      .select({ id: emailDrafts.id })
      .from(emailDrafts)
      .innerJoin(campaignContacts, eq(campaignContacts.id, emailDrafts.campaignContactId))
      .innerJoin(campaigns, eq(campaigns.id, emailDrafts.campaignId))
      .where(
        and(
          eq(emailDrafts.status, "draft"),
          isNull(emailDrafts.rejectedAt),
          inArray(campaignContacts.status, openStatuses),
          inArray(campaigns.status, underWay),
          campaignId ? eq(emailDrafts.campaignId, campaignId) : undefined,
          lte(emailDrafts.createdAt, seenAt),
          after ? sql`${place} > (${placeOf(after)})` : undefined,
        ),
      )
      .orderBy(asc(emailDrafts.campaignId), asc(campaignContacts.position), asc(emailDrafts.id))
      .limit(batchSize);
    const signed: string[] = [];
    let refused = 0;
    for (const { id } of waiting) {
      const result = await signInside(tx, scope, id, now, null).catch((error: unknown) => {
        if (error instanceof AppError && error.code === "conflict") return null;
        throw error;
      });
      if (result && "hash" in result) signed.push(id);
      else if (result) refused += 1;
    }
    if (signed.length > 0) {
      await recordActivity(tx, scope, {
        verb: "signed all that pass",
        at: now,
        campaignId,
        detail: { signed: signed.length, refused },
      });
    }
    return { signed, refused, after: waiting.length === batchSize ? (waiting.at(-1)?.id ?? null) : null };
  });
}
