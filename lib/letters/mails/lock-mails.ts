import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { DraftStatus, SingleEnd } from "@/db/schema/words";

export type LockedMail = {
  draftId: string;
  singleMailId: string;
  contactId: string;
  status: DraftStatus;
  endedReason: SingleEnd | null;
  /** It begins a thread although there is one. */
  newThread: boolean;
  name: string;
};

/** The mails of a letter, their drafts locked, in the order in which everybody locks many. */
export async function lockMails(tx: TeamTransaction, letterId: string): Promise<LockedMail[]> {
  return readRows<LockedMail>(
    tx,
    sql`select d.id as "draftId", h.id as "singleMailId", h.contact_id as "contactId", d.status, h.ended_reason as "endedReason",
          h.new_thread as "newThread", coalesce(p.name, p.email) as name
        from single_mails h join email_drafts d on d.id = h.draft_id join contacts p on p.id = h.contact_id
        where h.letter_id = ${letterId} order by d.id for update of d`,
  );
}

/** Where one stands, as far as its letter is concerned: "off" was taken off it, "over" ended in some other way before it left. */
export function standsOf({ status, endedReason }: LockedMail): "draft" | "signed" | "over" | "off" {
  if (endedReason === "discarded") return "off";
  if (endedReason !== null && endedReason !== "sent") return "over";
  return status === "draft" ? "draft" : "signed";
}
