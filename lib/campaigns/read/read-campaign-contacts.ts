import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { lowerCase } from "@/db/access/lower-case";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { type ContactStatus, type EndReason, openStatuses, type WaitReason } from "@/db/schema/words";
import { elsewhereIn } from "../../contacts/enrolled-earlier";
import { standing } from "../../contacts/standing";
import { differingDraft } from "../../mail/compare/differing-draft";
import { stands } from "./answered";

export type CampaignContactRow = {
  id: string;
  contactId: string;
  name: string;
  email: string;
  company: string | null;
  status: ContactStatus;
  endedReason: EndReason | null;
  waitReason: WaitReason | null;
  answered: boolean;
  /** The campaign that goes first, for those who wait for it. */
  elsewhere: string | null;
  /** More mail may follow. */
  open: boolean;
  nextAt: Date | null;
  sent: number;
  lastSentAt: Date | null;
  /** The draft of the next mail, if it is written. */
  draftId: string | null;
};

export type CampaignContacts = { rows: CampaignContactRow[]; total: number; page: number; pages: number };

const contactsPerPage = 50;

/** Filter of the contacts of a campaign: everybody, those who wait for one reason, or those who ended in one way. */
export type ContactFilter = { reason?: WaitReason | undefined; status?: string | undefined; search?: string | undefined };

/** One page of a campaign's contacts, in line order. */
export function readCampaignContacts(
  scope: Scope,
  campaignId: string,
  filter: ContactFilter,
  page: number,
): Promise<CampaignContacts> {
  const like = `%${(filter.search ?? "")
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`;
  const where = sql`c.campaign_id = ${campaignId}
    ${filter.reason ? sql`and c.status in ${anyOf(openStatuses)} and coalesce(c.wait_reason, 'being_written') = ${filter.reason}` : sql``}
    ${filter.status === "waiting" ? sql`and ${stands.waiting}` : sql``}
    ${filter.status === "done" ? sql`and ${stands.gotEveryMail}` : sql``}
    ${filter.status === "replied" ? sql`and ${stands.replied}` : sql``}
    ${filter.status === "stopped" ? sql`and ${stands.stopped}` : sql``}
    ${filter.search?.trim() ? sql`and (${lowerCase(sql`coalesce(p.name, '')`)} like ${like} or p.email_norm like ${like} or ${lowerCase(sql`coalesce(p.company, '')`)} like ${like})` : sql``}`;
  const people = sql`join contacts p on p.id = c.contact_id`;
  const order = sql`(c.status in ${anyOf(openStatuses)}) desc, c.next_at nulls last, c.position, c.id`;
  return withTeam(scope, async (tx) => {
    const [count] = await readRows<{ total: number }>(
      tx,
      sql`select count(*)::int as total from campaign_contacts c ${filter.search?.trim() ? people : sql``} where ${where}`,
    );
    const total = count?.total ?? 0;
    const pages = Math.max(1, Math.ceil(total / contactsPerPage));
    const here = Math.min(Math.max(1, page), pages);
    const rows = await readRows<
      Omit<CampaignContactRow, "nextAt" | "lastSentAt"> & { nextAt: string | null; lastSentAt: string | null }
    >(
      tx,
      sql`select c.id, p.id as "contactId", coalesce(p.name, p.email) as name, c.recipient_email as email, p.company, ${standing.status} as status, c.status in ${anyOf(openStatuses)} and k.status <> 'completed' as open, ${standing.endedReason} as "endedReason", c.replied_at is not null as answered,
            c.wait_reason as "waitReason", case when c.wait_reason = 'elsewhere' then ${elsewhereIn} end as elsewhere, c.next_at as "nextAt", c.current_sequence_step as sent, c.last_email_sent_at as "lastSentAt",
            case when c.wait_reason = 'left_otherwise' then ${differingDraft(sql`c.id`)}
              else (select d.id from email_drafts d where d.campaign_contact_id = c.id and d.sequence_step = c.current_sequence_step + 1) end as "draftId"
          from (select c.* from campaign_contacts c ${filter.search?.trim() ? people : sql``} where ${where}
                order by ${order} limit ${contactsPerPage} offset ${(here - 1) * contactsPerPage}) c join campaigns k on k.id = c.campaign_id ${people} order by ${order}`,
    );
    return {
      rows: rows.map((row) => ({ ...row, nextAt: instantOf(row.nextAt), lastSentAt: instantOf(row.lastSentAt) })),
      total,
      page: here,
      pages,
    };
  });
}
