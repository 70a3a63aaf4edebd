import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignContacts, campaignSequences, campaigns } from "@/db/schema/campaigns";
import { contacts } from "@/db/schema/contacts";
import { emailDrafts } from "@/db/schema/drafts";
import { letters, singleMails } from "@/db/schema/letters";
import { members } from "@/db/schema/teams";
import { underWay } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import type { DraftRow, Place } from "../lock-draft";
import { isOpen, wordsOfEnd } from "../place";

/** What the review page says of where a draft comes from: a campaign's step, or who wrote it by hand. */
export type Whose = {
  campaign: { id: string; name: string } | null;
  /** `letterId`: the letter it was written in, null of none; `threadId`: the thread it answers in, where it is written and signed. */
  hand: { by: string; letterId: string | null; threadId: string | null; kind: "first mail" | "follow-up" } | null;
  step: { order: number; of: number; name: string } | null;
  /** Why nothing comes of it any more, to stand after a comma; null while something may. */
  over: string | null;
};

/** A draft with what it belongs to, as it stands. @throws AppError "not_found" for one that belongs to nothing, or of another team. */
export async function readWhose(
  tx: TeamTransaction,
  draftId: string,
): Promise<{ draft: DraftRow; contact: typeof contacts.$inferSelect; place: Place; whose: Whose }> {
  const [row] = await tx
    .select({
      draft: emailDrafts,
      contact: contacts,
      enrolled: campaignContacts,
      campaign: campaigns,
      step: campaignSequences,
      single: singleMails,
      letter: { id: letters.id, discardedAt: letters.discardedAt, threadId: letters.threadId },
      writer: { name: members.name },
    })
    .from(emailDrafts)
    .innerJoin(contacts, eq(contacts.id, emailDrafts.contactId))
    .leftJoin(campaignContacts, eq(campaignContacts.id, emailDrafts.campaignContactId))
    .leftJoin(campaigns, eq(campaigns.id, emailDrafts.campaignId))
    .leftJoin(campaignSequences, eq(campaignSequences.id, emailDrafts.sequenceId))
    .leftJoin(singleMails, eq(singleMails.draftId, emailDrafts.id))
    .leftJoin(letters, eq(letters.id, singleMails.letterId))
    .leftJoin(members, eq(members.id, letters.writtenBy))
    .where(eq(emailDrafts.id, draftId));
  if (!row) throw new AppError("not_found");
  const { draft, contact, enrolled, campaign, step, single } = row;
  if (enrolled && campaign && step) {
    const place: Place = { kind: "campaign", contact: enrolled, campaign };
    const [steps] = await readRows<{ count: number }>(
      tx,
      sql`select count(*)::int as count from campaign_sequences s where s.campaign_id = ${campaign.id}`,
    );
    const goesOn = isOpen(place) && underWay.includes(campaign.status);
    return {
      draft,
      contact,
      place,
      whose: {
        campaign: { id: campaign.id, name: campaign.name },
        hand: null,
        step: { order: step.sequenceOrder, of: steps?.count ?? 0, name: step.name },
        over: goesOn ? null : "the campaign has ended for this contact",
      },
    };
  }
  if (!single) throw new AppError("not_found");
  const kind = draft.draftType === "first_outreach" ? "first mail" : "follow-up";
  const end = single.endedReason ?? (row.letter?.discardedAt ? "discarded" : null);
  return {
    draft,
    contact,
    place: { kind: "single", single },
    whose: {
      campaign: null,
      hand: { by: row.writer?.name ?? "somebody", letterId: single.letterId, threadId: row.letter?.threadId ?? null, kind },
      step: null,
      over: end && wordsOfEnd[end],
    },
  };
}
