import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignContacts, campaigns } from "@/db/schema/campaigns";
import { emailDrafts } from "@/db/schema/drafts";
import { activities } from "@/db/schema/events";
import { AppError } from "../errors/app-error";
import { signInside } from "./sign-draft";

export type SignedAll = { signed: string[]; refused: number };

/** How many are signed in one transaction: a signature renders the whole mail, and locks must stay short. */
const batchSize = 50;

/**
 * Signs every draft of a campaign (or of all campaigns) that passes every check.
 * A draft somebody else signs or rejects meanwhile is passed over.
 */
export async function signAll(scope: Scope, campaignId: string | null, now: Date): Promise<SignedAll> {
  const waiting = await withTeam(scope, (tx) =>
    tx
      .select({ id: emailDrafts.id })
      .from(emailDrafts)
      .innerJoin(campaignContacts, eq(campaignContacts.id, emailDrafts.campaignContactId))
      .innerJoin(campaigns, eq(campaigns.id, emailDrafts.campaignId))
      .where(
        and(
          eq(emailDrafts.status, "draft"),
          isNull(emailDrafts.rejectedAt),
          inArray(campaignContacts.status, ["pending", "in_progress"]),
          inArray(campaigns.status, ["active", "paused"]),
          campaignId ? eq(emailDrafts.campaignId, campaignId) : undefined,
        ),
      )
      .orderBy(asc(emailDrafts.createdAt), asc(emailDrafts.id)),
  );
  const result: SignedAll = { signed: [], refused: 0 };
  for (let start = 0; start < waiting.length; start += batchSize) {
    const batch = waiting.slice(start, start + batchSize);
    await withTeam(scope, async (tx) => {
      for (const { id } of batch) {
        const signed = await signInside(tx, scope, id, now, null).catch((error: unknown) => {
          if (error instanceof AppError && error.code === "conflict") return null;
          throw error;
        });
        if (signed && "hash" in signed) result.signed.push(id);
        else if (signed) result.refused += 1;
      }
    });
  }
  if (result.signed.length > 0) {
    await withTeam(scope, (tx) =>
      tx.insert(activities).values({
        memberId: scope.memberId,
        verb: "signed all that pass",
        campaignId,
        detail: { signed: result.signed.length, refused: result.refused },
      }),
    );
  }
  return result;
}
