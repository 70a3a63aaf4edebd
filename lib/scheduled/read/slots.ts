import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { lowerCase } from "@/db/access/lower-case";
import { type WaitReason, waitReasons, withExchange } from "@/db/schema/words";
import { waitWords } from "../../campaigns/words/wait-words";
import { searchWords } from "../../contacts/filter-contacts";
import { holdOf } from "../../senders/mailbox-hold";
import type { ScheduledFilter } from "../scheduled";

/** The reasons that a person can end; a slot is given for all others, or taken back by them. */
const forPerson: WaitReason[] = waitReasons.filter((reason) => waitWords[reason].forPerson && reason !== "paused");

/** A mailbox that cannot be read holds only who was mailed before: an answer may lie in it. */
const followsUp = sql`coalesce(c.current_sequence_step > 0, (select x.draft_type <> 'first_outreach' from email_drafts x where x.id = e.draft_id))`;

/**
 * Why a mail with a time is held, as a word of the closed list over `e`, `m`, `c` and `h`, null where nothing holds it: its mailbox first, then what is said of
 * its contact or of itself.
 */
export const heldBy: SQL = sql`coalesce(case when ${holdOf} <> 'unreadable' or ${followsUp} then 'mailbox_' || ${holdOf} end,
    case when c.wait_reason in ${anyOf(forPerson)} then c.wait_reason end, h.wait_reason)`;

/** Slots `e` that are to come, with their mailbox `m`, contact in the campaign `c` or own row `h`, and person `p`: what a query selects from. */
export function comingSlots(filter: ScheduledFilter): SQL {
  return sql`from scheduled_emails e join sender_accounts m on m.id = e.sender_account_id join contacts p on p.id = e.contact_id
      left join campaign_contacts c on c.id = e.campaign_contact_id left join single_mails h on h.draft_id = e.draft_id
    where e.status = 'pending' and ${narrowed(filter, sql`e.campaign_id`, sql`e.sender_account_id`)}
      and not exists (select 1 from deliveries v where v.draft_id = e.draft_id and v.state in ${anyOf(withExchange)})`;
}

/** The condition that a filter means, over a campaign, a mailbox and the person `p`. */
export function narrowed({ by, mailbox, person }: ScheduledFilter, campaign: SQL, sender: SQL): SQL {
  const words = searchWords(person).map((word) => {
    const like = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    return sql`and (${lowerCase(sql`coalesce(p.name, '')`)} like ${like} or p.email_norm like ${like} or ${lowerCase(sql`coalesce(p.company, '')`)} like ${like})`;
  });
  const kind = by === "all" ? sql`true` : by === "hand" ? sql`${campaign} is null` : sql`${campaign} is not null`;
  return sql`${kind} ${mailbox ? sql`and ${sender} = ${mailbox}` : sql``} ${sql.join(words, sql` `)}`;
}
