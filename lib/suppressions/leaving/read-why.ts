import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";

/** Why somebody got a mail of a campaign, as far as it is known. */
export type Why = {
  /** How their address came to the team; `by`: who brought it, null where nobody wrote that down. Nothing is said of the file. */
  source: { how: "file" | "hand"; by: string | null; at: Date };
  /** The latest mail of the campaign to them; null where none has left. `signedBy`: null where what left is not what was signed. */
  latest: { leftAt: Date; signedBy: string | null } | null;
  /** IANA name: where the campaign's days begin. */
  timeZone: string;
};

/** What the page behind a link says of its person. @returns null where there is no such enrolment. */
export async function readWhy(tx: TeamTransaction, campaignContactId: string): Promise<Why | null> {
  const [row] = await readRows<{
    byHand: boolean;
    uploader: string | null;
    adder: string | null;
    addedAt: string;
    leftAt: string | null;
    signedBy: string | null;
    timeZone: string;
  }>(
    tx,
    sql`select b.by_hand is not null as "byHand", u.name as uploader, h.name as adder, p.created_at as "addedAt", e.sent_at as "leftAt",
          s.name as "signedBy", z.timezone as "timeZone"
        from campaign_contacts c join contacts p on p.id = c.contact_id join upload_batches b on b.id = p.upload_batch_id
          join campaign_settings z on z.campaign_id = c.campaign_id
          left join members u on u.id = b.created_by
          left join contact_addresses a on a.contact_id = p.id and a.kind = 'primary' left join members h on h.id = a.created_by
          left join lateral (select x.sent_at, x.draft_id from sent_emails x where x.campaign_contact_id = c.id order by x.sent_at desc limit 1) e on true
          left join signatures g on g.draft_id = e.draft_id and g.voided_at is null left join members s on s.id = g.signed_by
        where c.id = ${campaignContactId}`,
  );
  if (!row) return null;
  const { byHand, uploader, adder, addedAt, leftAt, signedBy, timeZone } = row;
  // All who were added by hand share one batch: who began it says nothing of the others.
  const source = { how: byHand ? "hand" : "file", by: byHand ? adder : uploader, at: instantOf(addedAt) } as const;
  return { source, latest: leftAt ? { leftAt: instantOf(leftAt), signedBy } : null, timeZone };
}
