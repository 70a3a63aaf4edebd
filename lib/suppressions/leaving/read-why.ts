import { type SQL, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";

/** Why somebody got a mail of a campaign, as far as it is known. */
export type Why = {
  /** How their address came to the team; `by`: who brought it, null where nobody wrote that down. Nothing is said of the file. */
  source: { how: "file" | "hand"; by: string | null; at: Date };
  /**
   * The latest mail of the campaign to them, and who signed it, or the mail that somebody wrote to them by hand; null where it has not left. `by`:
   * null where what left is not what was signed.
   */
  latest: { how: "signed" | "written"; leftAt: Date; by: string | null } | null;
  /** IANA name: where the campaign's days begin, or for which the mail by hand was planned. */
  timeZone: string;
};

/** Behind a link stands a person in a campaign, or one mail by hand. */
export type LinkedTo = { campaignContactId: string; singleMailId: null } | { campaignContactId: null; singleMailId: string };

/** What the page behind a link says of its person. @returns null where there is nothing behind it. */
export async function readWhy(tx: TeamTransaction, { campaignContactId, singleMailId }: LinkedTo): Promise<Why | null> {
  const [row] = await readRows<{
    byHand: boolean;
    uploader: string | null;
    adder: string | null;
    addedAt: string;
    leftAt: string | null;
    by: string | null;
    timeZone: string;
  }>(
    tx,
    sql`select b.by_hand is not null as "byHand", u.name as uploader, h.name as adder, p.created_at as "addedAt", e.sent_at as "leftAt",
          coalesce(c.writer, s.name) as by, c.zone as "timeZone"
        from ${campaignContactId === null ? mailOf(singleMailId) : enrolmentOf(campaignContactId)} c
          join contacts p on p.id = c.contact_id join upload_batches b on b.id = p.upload_batch_id
          left join members u on u.id = b.created_by
          left join contact_addresses a on a.contact_id = p.id and a.kind = 'primary' left join members h on h.id = a.created_by
          left join lateral (select x.sent_at, x.draft_id from sent_emails x where x.contact_id = c.contact_id
            and (x.campaign_contact_id = c.enrolment or x.draft_id = c.draft) order by x.sent_at desc limit 1) e on true
          left join signatures g on g.draft_id = e.draft_id and g.voided_at is null left join members s on s.id = g.signed_by`,
  );
  if (!row) return null;
  const { byHand, uploader, adder, addedAt, leftAt, by, timeZone } = row;
  // All who were added by hand share one batch: who began it says nothing of the others.
  const source = { how: byHand ? "hand" : "file", by: byHand ? adder : uploader, at: instantOf(addedAt) } as const;
  const how = campaignContactId === null ? "written" : "signed";
  return { source, latest: leftAt ? { how, leftAt: instantOf(leftAt), by } : null, timeZone };
}

const enrolmentOf = (id: string): SQL =>
  sql`(select k.contact_id, k.id as enrolment, null::uuid as draft, null as writer, z.timezone as zone
      from campaign_contacts k join campaign_settings z on z.campaign_id = k.campaign_id where k.id = ${id})`;

const mailOf = (id: string): SQL =>
  sql`(select h.contact_id, null::uuid as enrolment, h.draft_id as draft, w.name as writer, coalesce(h.leave_zone, t.timezone) as zone
      from single_mails h join teams t on t.id = h.team_id left join letters l on l.id = h.letter_id left join members w on w.id = l.written_by
      where h.id = ${id})`;
